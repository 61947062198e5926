import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRegistryTokens, type RegistryTokens } from '../src/index.js'
import { Npm } from './support/npm.js'
import { PUBLISHER, startRegistry, TOKEN, type TestRegistry } from './support/registry.js'

const COMMAND_MS = 60_000

let registry: TestRegistry
let tokens: RegistryTokens
let url: string
const clients: Npm[] = []
beforeAll(async () => {
  let store: RegistryTokens | undefined
  registry = await startRegistry({ tokens: { verify: (token) => (token === TOKEN ? PUBLISHER : store?.rightsOf(token)) } })
  tokens = store = createRegistryTokens(registry.database)
  url = `${await registry.app.listen({ port: 0, host: '127.0.0.1' })}/registry/`
}, COMMAND_MS)
afterAll(async () => {
  for (const client of clients) client.remove()
  await registry.close()
})

const npmWith = (token: string): Npm => {
  const client = new Npm(url, token)
  clients.push(client)
  return client
}
const create = (packages: string, expires_at: string | null = null) => tokens.create({ name: 'Ada', packages, expires_at })

describe('a token for some packages', { timeout: COMMAND_MS }, () => {
  it('publishes, tags and deprecates these with the npm client, and no others', async () => {
    const { token } = await create('@innoerp/module-site-*')
    const npm = npmWith(token)
    const publish = (name: string) => npm.call(['publish'], npm.package({ name, version: '1.0.0' }))
    expect(await publish('@innoerp/module-site-diary')).toMatchObject({ code: 0 })
    expect(await npm.call(['dist-tag', 'add', '@innoerp/module-site-diary@1.0.0', 'old'])).toMatchObject({ code: 0 })
    expect(await npm.call(['deprecate', '@innoerp/module-site-diary', 'Use another'])).toMatchObject({ code: 0 })
    expect((await npm.call(['whoami'])).out.trim()).toBe('Ada')
    const other = await publish('@innoerp/module-crm')
    expect(other.code).not.toBe(0)
    expect(other.out).toMatch(/E403[^]*This registry token is not for @innoerp\/module-crm/)
    expect((await registry.get('@innoerp%2fmodule-crm')).statusCode).toBe(404)
  })
})

describe('the rights of a token', () => {
  it.each([
    ['@innoerp/module-a', '@innoerp/module-a', true],
    ['@innoerp/module-a', '@innoerp/module-ab', false],
    ['@innoerp/*', '@innoerp/module-a', true],
    ['@innoerp/*', '@innoerp-evil/module-a', false],
    ['*', 'plain', true],
    ['*', '@innoerp/module-a', false],
    ['a.c', 'abc', false],
  ])('%s on %s: %s', async (packages, name, may) => {
    const { token } = await create(packages)
    expect((await tokens.rightsOf(token))?.mayWrite(name)).toBe(may)
  })

  it('end with it, and with its day', async () => {
    const { id, token } = await create('*')
    expect(await tokens.rightsOf(token)).toBeDefined()
    expect(await tokens.remove(id)).toMatchObject({ id, name: 'Ada' })
    expect(await tokens.rightsOf(token)).toBeUndefined()
    expect(await tokens.remove(id)).toBeUndefined()
    expect(await tokens.rightsOf((await create('*', '2020-01-01T00:00:00.000Z')).token)).toBeUndefined()
  })

  it('are not those of a guess', async () => {
    for (const guess of ['', 'innoerp_', 'innoerp_x', TOKEN]) expect(await tokens.rightsOf(guess)).toBeUndefined()
  })
})

it('keeps a token as its digest, and tells when it was used', async () => {
  const { id, token } = await create('*')
  await tokens.rightsOf(token)
  const { rows } = await registry.owner.query('select * from registry.tokens where id = $1', [id])
  expect(JSON.stringify(rows)).not.toContain(token)
  const listed = (await tokens.list()).find((row) => row.id === id)
  expect(listed).toMatchObject({ name: 'Ada', packages: '*', expires_at: null, last_used_at: expect.stringMatching(/^\d{4}-.*Z$/) })
  expect(listed).not.toHaveProperty('token')
})
