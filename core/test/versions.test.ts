import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestHost, type TestHost, type TestTenant } from '../src/testing/index.js'
import { ended, install } from './support/operations.js'
import { publishTiny, type TinyModule } from './support/tiny-module.js'

const R = '/api/v1/module-registry'
const RENAMED = `export default migration({
  expand: (schema) => schema.raw('alter table {schema}.thing add column note text; update {schema}.thing set note = title'),
  contract: (schema) => schema.raw('alter table {schema}.thing drop column legacy'),
  down: (schema) => schema.raw('alter table {schema}.thing drop column note'),
})`
const LEGACY = `export default migration({
  expand: (schema) => schema.raw("alter table {schema}.thing add column legacy text default 'old'"),
  down: (schema) => schema.raw('alter table {schema}.thing drop column legacy'),
})`

let host: TestHost
beforeAll(async () => {
  host = await createTestHost()
  for (const module of VERSIONS) expect(await install(host, await publishTiny(host, module))).toMatchObject({ state: 'succeeded' })
  for (const { id } of [host.acme, host.globex]) await host.superAdmin.post(`/api/v1/modules/assign/${id}`, { module_id: 'tiny' }).expect(201)
})
afterAll(() => host.close())

const settings = (theme: string) => ({ type: 'object' as const, properties: { theme: { type: 'string', default: theme }, limit: { type: 'integer', default: 10, minimum: 1 } } })
const VERSIONS: TinyModule[] = [
  { id: 'tiny', version: '1.0.0', migrations: { '0002-legacy.js': LEGACY }, manifest: { settings: settings('plain') } },
  { id: 'tiny', version: '1.1.0', migrations: { '0002-legacy.js': LEGACY } },
  { id: 'tiny', version: '2.0.0', migrations: { '0002-legacy.js': LEGACY, '0003-note.js': RENAMED }, manifest: { settings: settings('bright') } },
]
const pin = ({ id }: TestTenant, range: string) => host.superAdmin.request('PUT', `/api/v1/modules/organization/${id}/tiny/version`, { json: { range } })
const runs = async ({ admin }: TestTenant) => (await admin.get('/api/v1/tiny')).headers['x-innoerp-module']
const columns = async () => {
  const db = await host.host.platform.database.connectAsOwner()
  try {
    const { rows } = await db.query<{ column_name: string }>(`select column_name from information_schema.columns where table_schema = 'mod_tiny' and table_name = 'thing'`)
    return rows.map((row) => row.column_name)
  } finally {
    await db.end()
  }
}

describe('versions side by side', () => {
  test('each organization is served by its own, in routes and micro-frontend, with the same rows', async () => {
    await pin(host.acme, '1.0.0')
    await pin(host.globex, '^2.0.0')
    expect([await runs(host.acme), await runs(host.globex)]).toEqual(['tiny@1.0.0', 'tiny@2.0.0'])
    const entries = await Promise.all([host.acme, host.globex].map(({ admin }) => admin.get<{ modules: { entry: string }[] }>('/api/v1/ui/feed').expect(200)))
    expect(entries.map(({ modules }) => modules[0]?.entry)).toEqual(['/modules/tiny/1.0.0/ui/index.js', '/modules/tiny/2.0.0/ui/index.js'])
    const row = await host.acme.admin.post<{ id: string }>('/api/v1/tiny', { title: 'Moves along' }).expect(201)
    await pin(host.acme, '2.0.0')
    const { items } = await host.acme.admin.get<{ items: { id: string }[] }>('/api/v1/tiny').expect(200)
    expect(items.map(({ id }) => id)).toContain(row.id)
    await pin(host.acme, '1.0.0')
    expect(await runs(host.acme)).toBe('tiny@1.0.0')
  })
  test('the document has every loaded module, also for an organization that has not got it', async () => {
    const { admin } = await host.signUp('initech')
    for (const client of [admin, host.acme.admin]) expect(Object.keys((await client.get<{ paths: object }>('/openapi.json').expect(200)).paths)).toContain('/api/v1/tiny')
    expect((await admin.get('/api/v1/tiny')).status).toBe(404)
  })
  test('a range that nothing fits is refused and changes nothing', async () => {
    for (const range of ['^9.0.0', '???', 'beta']) expect((await pin(host.acme, range)).status).toBe(422)
    expect(await runs(host.acme)).toBe('tiny@1.0.0')
  })
  test('fifty switches under load: every request is answered by one version or the other', async () => {
    const over = new AbortController()
    const bad: string[] = []
    const load = Array.from({ length: 4 }, async () => {
      while (!over.signal.aborted) {
        const { status, headers } = await host.acme.admin.get('/api/v1/tiny')
        if (status !== 200 || !/^tiny@(1\.0\.0|2\.0\.0)$/.test(String(headers['x-innoerp-module']))) bad.push(`${status} ${String(headers['x-innoerp-module'])}`)
      }
    })
    for (let at = 0; at < 50; at += 1) await pin(host.acme, at % 2 ? '1.0.0' : '2.0.0')
    over.abort()
    await Promise.all(load)
    expect(bad).toEqual([])
  })
})

describe('settings', () => {
  const path = '/api/v1/modules/tiny/settings'
  test('reach the module, by the schema that it declares', async () => {
    await pin(host.acme, '1.0.0')
    expect((await host.acme.admin.get<{ values: unknown }>(path).expect(200)).values).toEqual({ theme: 'plain', limit: 10 })
    await host.acme.admin.request('PUT', path, { json: { limit: 3 } })
    expect(await host.acme.admin.get('/api/v1/tiny').expect(200)).toMatchObject({ settings: { theme: 'plain', limit: 3 } })
    expect(await host.globex.admin.get('/api/v1/tiny').expect(200)).toMatchObject({ settings: { limit: 10 } })
  })
  test('wrong ones are refused field by field and change nothing', async () => {
    const { status, body } = await host.acme.admin.request<{ detail: { details: { field: string }[] } }>('PUT', path, { json: { limit: 0, colour: 'red' } })
    expect(status).toBe(400)
    expect(body.detail.details.map(({ field }) => field).sort()).toEqual(['colour', 'limit'])
    expect((await host.acme.admin.get<{ values: unknown }>(path).expect(200)).values).toEqual({ theme: 'plain', limit: 3 })
  })
  test('an upgrade’s changed defaults meet what the organization set, and the difference is shown before', async () => {
    const { changes } = await host.acme.admin.get<{ changes: unknown[] }>(`${path}/diff?version=2.0.0`).expect(200)
    expect(changes).toEqual([{ name: 'theme', before: 'plain', after: 'bright', result: 'bright' }])
    await pin(host.acme, '2.0.0')
    expect((await host.acme.admin.get<{ values: unknown }>(path).expect(200)).values).toEqual({ theme: 'bright', limit: 3 })
  })
  test('an employee sees them and cannot change them', async () => {
    const employee = await host.acme.person('employee')
    await employee.get(path).expect(200)
    expect((await employee.request('PUT', path, { json: {} })).status).toBe(403)
  })
})

describe('migrations in two phases', () => {
  test('what older versions need stays while they are here, and goes with the last of them', async () => {
    expect(await columns()).toEqual(expect.arrayContaining(['legacy', 'note']))
    for (const tenant of [host.acme, host.globex]) await pin(tenant, '2.0.0')
    const remove = async (version: string) => ended(host, (await host.superAdmin.request<{ operation_id: string }>('DELETE', `${R}/tiny/versions/${version}`)).body)
    expect(await remove('1.0.0')).toMatchObject({ state: 'succeeded' })
    expect(await columns()).toContain('legacy')
    expect(await remove('1.1.0')).toMatchObject({ state: 'succeeded' })
    expect(await columns()).not.toContain('legacy')
    expect(await runs(host.acme)).toBe('tiny@2.0.0')
  })
  test('one that fails leaves the old version serving and the tables as they were', async () => {
    const before = await columns()
    const broken = `export default migration({ expand: (schema) => { schema.raw('alter table {schema}.thing add column half text'); schema.raw('select nonsense') }, down: () => {} })`
    const published = await publishTiny(host, { id: 'tiny', version: '3.0.0', migrations: { '0004-broken.js': broken } })
    const { ok, problems } = await host.superAdmin.post<{ ok: boolean; problems: { code: string }[] }>(`${R}/tiny/preflight`, { action: 'upgrade', version: '3.0.0' }).expect(200)
    expect([ok, problems.map(({ code }) => code)]).toEqual([false, expect.arrayContaining(['MODULE_MIGRATION_FAILED'])])
    expect(await install(host, published)).toMatchObject({ state: 'failed', error: { code: 'MODULE_MIGRATION_FAILED', message: expect.stringContaining('0004-broken.js') } })
    expect(await columns()).toEqual(before)
    expect(await runs(host.acme)).toBe('tiny@2.0.0')
  })
})

describe('the end of a module', () => {
  const count = async () => (await host.acme.admin.get<{ items: unknown[] }>('/api/v1/tiny').expect(200)).items.length
  test('a version in use is neither deactivated nor deleted', async () => {
    expect((await host.superAdmin.post(`${R}/tiny/versions/2.0.0/deactivate`, {})).status).toBe(409)
    expect((await host.superAdmin.request('DELETE', `${R}/tiny/versions/2.0.0`)).status).toBe(409)
  })
  test('preflight of the uninstall counts rows and names organizations, and is no uninstall', async () => {
    const { impact } = await host.superAdmin.post<{ impact: { row_counts: Record<string, number>; tenants: { name: string }[] } }>(`${R}/tiny/preflight`, { action: 'uninstall' }).expect(200)
    expect(impact.row_counts).toEqual({ thing: 1 })
    expect(impact.tenants.map(({ name }) => name).sort()).toEqual(['acme', 'globex'])
    expect(await count()).toBe(1)
  })
  test('preflight of a host with another SDK names what it would not run, and for whom', async () => {
    const ask = (sdk_version: string) => host.superAdmin.post<{ ok: boolean; problems: { severity: string; code: string; message: string; organization_id?: string }[] }>(`${R}/preflight`, { sdk_version })
    expect(await ask('1.4.0').expect(200)).toEqual({ ok: true, problems: [] })
    const { ok, problems } = await ask('2.0.0').expect(200)
    expect(ok).toBe(false)
    const errors = problems.filter(({ severity, message }) => severity === 'error' && message.includes('module-tiny'))
    expect(errors.map((problem) => problem.organization_id).sort()).toEqual([host.acme.id, host.globex.id].sort())
    expect(errors[0]).toMatchObject({ code: 'MODULE_INCOMPATIBLE', message: expect.stringContaining('@innoerp/sdk ^1.0.0') })
    expect((await ask('two')).status).toBe(400)
  })
  test('uninstalled it is gone for everybody, restored it is back with its rows', async () => {
    expect(await ended(host, (await host.superAdmin.request<{ operation_id: string }>('DELETE', `${R}/tiny`)).body)).toMatchObject({ state: 'succeeded' })
    expect((await host.acme.admin.get('/api/v1/tiny')).status).toBe(404)
    expect((await host.acme.admin.get<{ modules: unknown[] }>('/api/v1/ui/feed').expect(200)).modules).toEqual([])
    expect(await ended(host, await host.superAdmin.post<{ operation_id: string }>(`${R}/tiny/restore`, {}).expect(202))).toMatchObject({ state: 'succeeded' })
    expect(await count()).toBe(1)
  })
  test('what a super admin calls it is seen everywhere, and null gives back what its manifest says', async () => {
    const change = (json: object) => host.superAdmin.request<{ module_name: string; color: string; description: string }>('PATCH', `${R}/tiny`, { json })
    expect((await change({ module_name: 'Small things', color: '#123456' }).expect(200))).toMatchObject({ module_name: 'Small things', color: '#123456' })
    const feed = await host.acme.admin.get<{ modules: { module_id: string; name: string; color: string }[] }>('/api/v1/ui/feed').expect(200)
    expect(feed.modules.find(({ module_id }) => module_id === 'tiny')).toMatchObject({ name: 'Small things', color: '#123456' })
    expect(await change({ module_name: null, color: null }).expect(200)).toMatchObject({ module_name: 'Tiny tiny' })
    for (const bad of [{ module_name: ' ' }, { color: 'red' }, { version: '9.0.0' }, { module_name: 'x'.repeat(101) }]) await change(bad).expect(400)
    await host.acme.admin.request('PATCH', `${R}/tiny`, { json: { module_name: 'Mine' } }).expect(404)
  })
  test('its data leaves as a file: while it is installed, and until it is purged', async () => {
    const { operation_id } = await host.superAdmin.post<{ operation_id: string }>(`${R}/tiny/export`, {}).expect(202)
    expect(await ended(host, { operation_id })).toMatchObject({ state: 'succeeded', kind: 'export' })
    await host.superAdmin.get(`${R}/tiny/export/${operation_id}`).expect(200)
    await host.superAdmin.get(`${R}/crm/export/${operation_id}`).expect(404)
    const [file = ''] = await readdir(path.join(host.home, 'exports'))
    const lines = gunzipSync(await readFile(path.join(host.home, 'exports', file))).toString().trim().split('\n').map((line) => JSON.parse(line) as { table: string; row: Record<string, unknown> })
    expect(lines.filter(({ table }) => table === 'mod_tiny.thing')).toHaveLength(1)
    expect(lines.filter(({ table }) => table === 'tenant.organization_modules')).toHaveLength(2)
    expect((await host.acme.admin.post(`${R}/tiny/export`, {})).status).toBeGreaterThanOrEqual(401)
  })
  test('a purge needs an uninstalled module and its name, and leaves nothing', async () => {
    expect((await host.superAdmin.post(`${R}/tiny/purge`, { confirm: 'tiny' })).status).toBe(409)
    await ended(host, (await host.superAdmin.request<{ operation_id: string }>('DELETE', `${R}/tiny`)).body)
    expect((await host.superAdmin.post(`${R}/tiny/purge`, { confirm: 'crm' })).status).toBe(422)
    expect(await ended(host, await host.superAdmin.post<{ operation_id: string }>(`${R}/tiny/purge`, { confirm: 'tiny' }).expect(202))).toMatchObject({ state: 'succeeded' })
    expect(await columns()).toEqual([])
    expect((await host.superAdmin.post(`${R}/tiny/restore`, {})).status).toBe(404)
    expect(await install(host, { name: '@innoerp/module-tiny', version: '2.0.0' })).toMatchObject({ state: 'succeeded' })
    await host.superAdmin.post(`/api/v1/modules/assign/${host.acme.id}`, { module_id: 'tiny' }).expect(201)
    expect(await count()).toBe(0)
  })
})
