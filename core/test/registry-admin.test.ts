import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHost, type TestHost } from '../src/testing/index.js'
import { PROJECTS } from './support/modules.js'

const TOKENS = '/api/v1/registry-tokens'
interface Token {
  id: string
  token?: string
  packages: string
  last_used_at: string | null
}
interface Listed<T> {
  items: T[]
  total: number
}

let host: TestHost
beforeAll(async () => void (host = await createTestHost({ modules: [PROJECTS] })))
afterAll(() => host.close())

const whoami = async (token: string) => (await host.client('localhost').get('/registry/-/whoami', { headers: { authorization: `Bearer ${token}` } })).status

test('a super admin gives out a token, sees it used, and takes it back', async () => {
  const made = await host.superAdmin.post<Token>(TOKENS, { name: 'Ada', packages: '@innoerp/module-site-*' }).expect(201)
  expect(await whoami(made.token ?? '')).toBe(200)
  const { items } = await host.superAdmin.get<Listed<Token>>(`${TOKENS}?search=site`).expect(200)
  expect(items).toEqual([expect.objectContaining({ id: made.id, packages: '@innoerp/module-site-*', last_used_at: expect.any(String) })])
  expect(JSON.stringify(items)).not.toContain(made.token)
  await host.superAdmin.delete(`${TOKENS}/${made.id}`).expect(204)
  expect(await whoami(made.token ?? '')).toBe(401)
  await host.superAdmin.delete(`${TOKENS}/${made.id}`).expect(404)
})

test('a token has a holder, a pattern and an end in the future', async () => {
  for (const body of [{}, { name: 'Ada' }, { name: 'Ada', packages: '../x' }, { name: 'Ada', packages: '@a/b/c' }, { name: ' ', packages: '*' }]) await host.superAdmin.post(TOKENS, body).expect(400)
  await host.superAdmin.post(TOKENS, { name: 'Ada', packages: '*', expires_at: '2020-01-01T00:00:00Z' }).expect(422)
})

test('nobody else sees or makes tokens', async () => {
  expect((await host.acme.admin.post(TOKENS, { name: 'Ada', packages: '*' })).status).toBe(404)
  expect((await host.client('admin.localhost').get(TOKENS)).status).toBe(401)
})

test('every package is shown with what it is worth and who runs it', async () => {
  const { items } = await host.superAdmin.get<Listed<object>>('/api/v1/registry-packages').expect(200)
  expect(items).toEqual([
    expect.objectContaining({ name: '@innoerp/module-projects', version: '1.0.0', module_id: 'projects', signature: 'signed', dist_tags: ['latest'], deprecated: null, dependents: 0, tenants: 2 }),
  ])
})

test('a tarball that was changed on the disk, or is gone, is found', async () => {
  const audit = () => host.superAdmin.get<{ checked: number; damaged: object[] }>('/api/v1/registry-packages/audit').expect(200)
  expect(await audit()).toEqual({ checked: 1, damaged: [] })
  const folder = path.join(host.home, 'registry/files')
  const [file] = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tgz'))
  const tarball = path.join(folder, file ?? '')
  const bytes = await readFile(tarball)
  bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100)
  await writeFile(tarball, bytes)
  const damaged = { name: '@innoerp/module-projects', version: '1.0.0' }
  expect((await audit()).damaged).toEqual([{ ...damaged, problem: 'changed' }])
  await rm(tarball)
  expect((await audit()).damaged).toEqual([{ ...damaged, problem: 'missing' }])
})
