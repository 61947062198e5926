import { createTestHost, type TestHost } from '../src/testing/index.js'
import { generateKeyPairSync } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFeeds } from './support/feed-stream.js'
import { CRM, PROJECTS } from './support/modules.js'
import { install } from './support/operations.js'
import { publishVariant, type Variant } from './support/variants.js'

interface Feed {
  modules: { module_id: string; name: string; version: string; entry: string; integrity: string; navigation: { label: string }[] }[]
}

let host: TestHost
beforeAll(async () => void (host = await createTestHost({ modules: [PROJECTS, CRM] })))
afterAll(() => host.close())

const ids = ({ modules }: Feed) => modules.map((module) => module.module_id)
const feed = () => host.acme.admin.get<Feed>('/api/v1/ui/feed').expect(200)
const enable = (is_enabled: boolean) => host.superAdmin.patch(`/api/v1/modules/organization/${host.acme.id}/crm`, { is_enabled }).expect(200)

describe('the super admin switches a module', () => {
  test('an open page hears of it within a second, and its data is kept', async () => {
    const company = await host.acme.admin.post<{ id: string }>('/api/v1/crm/companies', { name: 'Kept Ltd' }).expect(201)
    const stream = await readFeeds<Feed>(host.acme.admin)
    expect(ids(await stream.next())).toContain('crm')
    const began = performance.now()
    await enable(false)
    expect(ids(await stream.next())).not.toContain('crm')
    await enable(true)
    expect(ids(await stream.next())).toContain('crm')
    expect(performance.now() - began).toBeLessThan(1_000)
    stream.close()
    await host.acme.admin.get(`/api/v1/crm/companies/${company.id}`).expect(200)
  })
  test('a disabled module leaves the feed while its API stays reachable', async () => {
    await enable(false)
    expect(ids(await feed())).not.toContain('crm')
    await host.acme.admin.get('/api/v1/crm/companies').expect(200)
    await enable(true)
  })
  test('an unassigned module is a 404 for its organization alone', async () => {
    await host.superAdmin.post(`/api/v1/modules/unassign/${host.acme.id}/crm`).expect(204)
    expect((await host.acme.admin.get('/api/v1/crm/companies')).status).toBe(404)
    await host.globex.admin.get('/api/v1/crm/companies').expect(200)
    await host.superAdmin.post(`/api/v1/modules/assign/${host.acme.id}`, { module_id: 'crm' }).expect(201)
  })
  test('parts of the host stand in the registry and cannot be assigned', async () => {
    const { items } = await host.superAdmin.get<{ items: { module_id: string; core: boolean; signature: string }[] }>('/api/v1/module-registry').expect(200)
    expect(items.filter((row) => row.core).map((row) => row.module_id)).toEqual(['users', 'settings'])
    expect(items.every((row) => row.signature === 'signed')).toBe(true)
    expect((await host.superAdmin.post(`/api/v1/modules/assign/${host.acme.id}`, { module_id: 'users' })).status).toBe(422)
  })
})

test('the feed names modules and their pages in the language of the page', async () => {
  const named = async (language: string, chosen = '') => {
    const headers = { 'accept-language': language, ...(chosen && { cookie: `io-locale=${chosen}` }) }
    const { modules } = await host.acme.admin.get<Feed>('/api/v1/ui/feed', { headers }).expect(200)
    return modules.map(({ name, navigation }) => [name, ...navigation.map(({ label }) => label)].join(' '))
  }
  const german = ['Projekte Projekte', 'CRM Firmen Kontakte Geschäfte']
  expect((await named('de-AT,en;q=0.5')).sort()).toEqual(german.sort())
  expect((await named('de', 'en')).sort()).toEqual(['CRM Companies Contacts Deals', 'Projects Projects'])
})

describe('micro-frontends', () => {
  test('are served under module and version, whole and for ever, and nothing beside them', async () => {
    const projects = (await feed()).modules.find((module) => module.module_id === 'projects')
    const answer = await host.acme.anonymous().get(projects?.entry ?? '')
    expect(answer.headers['cache-control']).toContain('immutable')
    for (const outside of ['..%2fpackage.json', 'server.js', '../server.js', '..%2f..%2f..%2fsecrets.json']) {
      expect((await host.acme.anonymous().get(`/modules/projects/${projects?.version}/ui/${outside}`)).status).toBe(404)
    }
  })
})

describe('a package that cannot be trusted is not installed', () => {
  const refused = async (variant: Variant) => (await install(host, await publishVariant(host, PROJECTS, variant))).error
  test('a changed byte', async () =>
    expect(await refused({ version: '9.0.1', spoil: (folder) => writeFile(path.join(folder, 'build/server.js'), 'export default 1') })).toMatchObject({
      code: 'MODULE_BAD_SIGNATURE',
      message: expect.stringContaining('modified'),
    }))
  test('an added file', async () => expect(await refused({ version: '9.0.2', spoil: (folder) => writeFile(path.join(folder, 'extra.js'), '1') })).toMatchObject({ code: 'MODULE_BAD_SIGNATURE' }))
  test('a key that nobody trusts', async () => expect(await refused({ version: '9.0.3', key: generateKeyPairSync('ed25519').privateKey })).toMatchObject({ message: expect.stringContaining('unknown_key') }))
  test('no signature', async () => expect(await refused({ version: '9.0.4', spoil: (folder) => rm(path.join(folder, 'innoerp.sig.json')) })).toMatchObject({ message: expect.stringContaining('unsigned') }))
  test('why it was refused stands with its versions', async () => {
    const { versions } = await host.superAdmin.get<{ versions: { version: string; state: string; signature: string }[] }>('/api/v1/module-registry/projects').expect(200)
    const shown = new Map(versions.map(({ version, state, signature }) => [version, `${state} ${signature}`]))
    expect(['9.0.1', '9.0.3', '9.0.4'].map((version) => shown.get(version))).toEqual(['available modified', 'available unknown_key', 'available unsigned'])
  })
  test('the running version serves on', async () => {
    await host.acme.admin.get('/api/v1/projects').expect(200)
    expect(host.host.catalogue.get('projects')?.version).not.toMatch(/^9/)
  })
  test('a good one is loaded while the host runs, and takes over', async () => {
    expect(await install(host, await publishVariant(host, PROJECTS, { version: '1.0.9' }))).toMatchObject({ state: 'succeeded' })
    expect((await feed()).modules.find((module) => module.module_id === 'projects')?.version).toBe('1.0.9')
    await host.acme.admin.get('/api/v1/projects').expect(200)
  })
})
