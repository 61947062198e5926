import { generateKeyPairSync } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packPackage, signPackage } from '@innoerp/sdk/packaging'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { innoerp, openScratch, type Scratch } from './scratch.js'

const ID = 'site-diary'
/** A module as `innoerp create` makes it. */
let made: Scratch
let scratch: Scratch
beforeAll(async () => {
  made = await openScratch()
  await innoerp(['create', ID], { cwd: made.folder, env: { INNOERP_REGISTRY_URL: 'http://127.0.0.1:1/' } })
  await rm(made.module, { recursive: true })
})
afterAll(() => made.remove())
beforeEach(async () => {
  scratch = await openScratch(made.folder)
})
afterEach(() => scratch.remove())

const path = (file: string) => `../${ID}/${file}`
const replace = (file: string, ...change: [string, string]) => scratch.replace(path(file), change)
const validate = (env: Record<string, string> = {}, ...flags: string[]) => innoerp(['validate', ...flags], { cwd: join(scratch.folder, ID), env })

test('a new module is in order', async () => {
  const { code, said } = await validate({}, '--offline')
  expect(said).toMatch(/✓ manifest\n✓ routes: 6 routes\n✓ migrations: 1 migrations[^\n]*\n✓ imports\n✓ size\n✓ compatibility: not compared\n@innoerp\/module-site-diary@1\.0\.0 is in order\.$/)
  expect(code).toBe(0)
})

test('everything that is wrong is told at once, without a stack trace', async () => {
  await replace('package.json', `"employee": ["${ID}.read"`, `"employee": ["${ID}.look"`)
  await replace('package.json', '"label": "title"', '"label": "nothing"')
  await replace('package.json', '"component": "LatestNotes"', '"component": "Oldest"')
  await replace('package.json', '"publishes"', '"consumes": ["crm.company.merged"], "publishes"')
  await replace('src/server/index.ts', `read: '${ID}.read'`, `read: '${ID}.see'`)
  await replace('src/server/index.ts', 'routes: async (app) => {', "routes: async (app) => {\n        app.get('/open', async () => 1)")
  await replace('src/server/index.ts', "from './note-service.js'", "from './note-service.js'\nimport type {} from '../../../other.js'")
  await replace('src/ui/notes-api.ts', "from '../shared/note.js'", "from '../shared/note.js'\nimport type {} from '../server/note-service.js'")
  await replace('src/shared/note.ts', '/** One', "import type {} from 'node:fs'\n/** One")
  await replace('migrations/0001-note.ts', "schema.dropTable('note')", 'undefined')
  const { code, said } = await validate({}, '--offline')
  expect(code).toBe(1)
  const findings = [
    `roles.employee grants ${ID}.look, which permissions does not have`,
    'de.json has no nothing, which the manifest names',
    'the manifest names the component Oldest',
    'the manifest names the consumer crm.company.merged',
    `GET /notes needs ${ID}.see, which the manifest does not declare`,
    'GET /open has neither a permission nor public: true',
    'src/server may not import ../other.js',
    'src/ui may not import src/server/note-service.js',
    'src/shared runs in browsers, which have no node:fs',
    '0001-note.js: down does nothing',
  ]
  for (const finding of findings) expect(said).toContain(finding)
  expect(said).not.toMatch(/\n\s+at /)
})

test.each([
  { what: 'a manifest without an id', file: 'package.json', from: `"id": "${ID}",`, to: '', said: 'innoerp.id' },
  { what: 'a setup that throws', file: 'src/server/index.ts', from: '    return {', to: "    throw new Error('no luck')\n    return {", said: 'setup() fails: no luck' },
])('$what is told', async ({ file, from, to, said }) => {
  await replace(file, from, to)
  expect(await validate({}, '--offline')).toMatchObject({ code: 1, said: expect.stringContaining(said) })
})

describe('against what was published', () => {
  let server: Server
  let env: Record<string, string>
  beforeAll(async () => {
    const tarball = await publishedTarball()
    const versions = { '1.0.0': { dist: { tarball: '' } } }
    server = createServer((request, response) => {
      if (request.url?.endsWith('.tgz')) return void response.end(tarball)
      versions['1.0.0'].dist.tarball = `${env.INNOERP_REGISTRY_URL}old.tgz`
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ versions }))
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    env = { INNOERP_REGISTRY_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  /** The module as it was made, as version 1.0.0. */
  async function publishedTarball(): Promise<Buffer> {
    await innoerp(['build', ID], { cwd: made.folder })
    const staging = await mkdtemp(join(tmpdir(), 'innoerp-published-'))
    for (const part of ['package.json', 'build']) await cp(join(made.folder, ID, part), join(staging, part), { recursive: true })
    await signPackage(staging, generateKeyPairSync('ed25519').privateKey)
    const tarball = await packPackage(staging)
    await rm(staging, { recursive: true })
    return tarball
  }

  const raise = (version: string) => replace('package.json', '"version": "1.0.0"', `"version": "${version}"`)

  test('an unchanged module is in order, and told that its number is taken', async () => {
    expect(await validate(env)).toMatchObject({ code: 0, said: expect.stringContaining('1.0.0 is published already') })
  })

  test('a route and an event that are gone need a new major version', async () => {
    await raise('1.1.0')
    await replace('src/server/index.ts', "prefix: '/notes'", "prefix: '/entries'")
    await replace('package.json', '"site_diary.note.created", ', '')
    const { code, said } = await validate(env)
    expect(code).toBe(1)
    expect(said).toContain('GET /notes is gone since 1.0.0: that needs a new major version, not 1.1.0')
    expect(said).toContain('the event site_diary.note.created is gone')
    await replace('package.json', '"version": "1.1.0"', '"version": "2.0.0"')
    expect(await validate(env)).toMatchObject({ code: 0, said: expect.stringContaining('compared with 1.0.0') })
  })
})
