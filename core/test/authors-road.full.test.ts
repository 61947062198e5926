import { readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHost, type TestHost } from '../src/testing/index.js'
import { Author } from './support/author.js'
import { followGuide } from './support/guide.js'

const NAME = '@innoerp/module-site-diary'
const NOTES = '/api/v1/site-diary/notes'

let host: TestHost
let author: Author
/** Where the new module is. */
let folder: string
beforeAll(async () => {
  host = await createTestHost({ servesPlatform: true })
  author = await Author.open(host)
  folder = path.join(author.folder, 'site-diary')
})
afterAll(async () => {
  await author?.close()
  await host?.close()
})

const innoerp = (args: string[], env: Record<string, string> = {}) => author.run(path.join(folder, 'node_modules/.bin/innoerp'), args, { cwd: folder, env })
const must = async (args: string[], env?: Record<string, string>) => {
  const { code, out } = await innoerp(args, env)
  expect([code, out], args.join(' ')).toEqual([0, expect.any(String)])
  return out
}
const change = async (from: string, to: string) => {
  const file = path.join(folder, 'package.json')
  await writeFile(file, (await readFile(file, 'utf8')).replace(from, to))
}

test('the guide leads from an empty folder to a module that organizations use, as it is written', { timeout: 240_000 }, async () => {
  await writeFile(path.join(author.folder, '.npmrc'), `@innoerp:registry=${author.registry}\n`)
  await followGuide(author, { INNOERP_HOME: host.home })
  expect(await readFile(path.join(folder, '.npmrc'), 'utf8')).toBe(`@innoerp:registry=${author.registry}\n`)
  expect(await must(['module', 'status', 'site-diary'])).toMatch(/^1\.0\.0 +active +signed +process/m)
  await host.superAdmin.post(`/api/v1/modules/assign/${host.acme.id}`, { module_id: 'site-diary' }).expect(201)
  expect(await host.acme.admin.post(NOTES, { title: 'First day', place: 'Gate' }).expect(201)).toMatchObject({ title: 'First day', place: 'Gate' })
})

test('the next version: published once, with the right token; upgraded to, pinned, uninstalled and restored', { timeout: 120_000 }, async () => {
  expect(await innoerp(['publish'])).toMatchObject({ code: 1, out: expect.stringMatching(/previously published/) })
  await change('"version": "1.0.0"', '"version": "1.1.0"')
  expect(await must(['validate'])).toContain('compared with 1.0.0')
  await must(['sign'], { INNOERP_HOME: host.home })
  expect(await innoerp(['publish'], { INNOERP_REGISTRY_TOKEN: 'wrong' })).toMatchObject({ code: 1, out: expect.stringContaining('does not accept the token') })
  expect((await host.client('localhost').get<{ versions: object }>(`/registry/${NAME.replace('/', '%2f')}`).expect(200)).versions).not.toHaveProperty('1.1.0')
  await must(['publish'])
  expect(await must(['module', 'upgrade', 'site-diary'])).toContain('site-diary is at 1.1.0.')
  expect(await must(['module', 'pin', 'site-diary', '--tenant', 'acme', '--range', '1.0.0'])).toBe('acme runs site-diary 1.0.0, pinned to 1.0.0\n')
  expect((await host.acme.admin.get(NOTES)).headers['x-innoerp-module']).toBe('site-diary@1.0.0')
  expect(await innoerp(['module', 'remove', 'site-diary@1.0.0'])).toMatchObject({ code: 1, out: expect.not.stringMatching(/\n\s+at /) })
  await must(['module', 'uninstall', 'site-diary'])
  expect((await host.acme.admin.get(NOTES)).status).toBe(404)
  await must(['module', 'restore', 'site-diary'])
  expect((await host.acme.admin.get<{ total: number }>(NOTES).expect(200)).total).toBe(1)
  expect(await innoerp(['module', 'purge', 'site-diary'])).toMatchObject({ code: 1, out: expect.stringContaining('Nothing was destroyed') })
})

test('a host that is not there, or does not know who asks, is said in a line', async () => {
  const nobody = await innoerp(['module', 'list'], { INNOERP_ADMIN_TOKEN: '', INNOERP_ADMIN_EMAIL: '' })
  expect(nobody).toMatchObject({ code: 1, out: expect.stringContaining('Set INNOERP_ADMIN_EMAIL') })
  const wrong = await innoerp(['module', 'list'], { INNOERP_ADMIN_TOKEN: '', INNOERP_ADMIN_EMAIL: 'root@innoerp.example', INNOERP_ADMIN_PASSWORD: 'wrong-password' })
  expect(wrong).toMatchObject({ code: 1, out: expect.not.stringMatching(/\n\s+at /) })
  expect(await innoerp(['module', 'list'], { INNOERP_URL: 'http://admin.localhost:1' })).toMatchObject({ code: 1, out: expect.stringContaining('admin.localhost:1 does not answer') })
})

test('what a created key signs is of an unknown key until it is trusted', async () => {
  await must(['keys', 'create'])
  expect((await stat(path.join(folder, 'signing.pem'))).mode & 0o777).toBe(0o600)
  await change('"version": "1.1.0"', '"version": "1.2.0"')
  await must(['sign'], { INNOERP_SIGNING_KEY: 'signing.pem' })
  await must(['publish'])
  expect(await innoerp(['module', 'install', `${NAME}@1.2.0`])).toMatchObject({ code: 1, out: expect.stringContaining('unknown_key') })
  const public_key = await readFile(path.join(folder, 'signing.pub.pem'), 'utf8')
  await host.superAdmin.post('/api/v1/trusted-keys', { name: 'The author', public_key, isolation: 'process' }).expect(201)
  expect(await must(['module', 'install', `${NAME}@1.2.0`])).toContain('is active.')
})
