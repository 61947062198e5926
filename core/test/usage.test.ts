import { createTestHost, type TestHost } from '../src/testing/index.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeSmallModule } from './support/small-module.js'

interface Row {
  organization_id: string
  module_id: string
  requests: number
  errors: number
  p50_ms: number
  p99_ms: number
}

const setup = `
  return { routes: async (app) => {
    app.get('/', { config }, async () => ({ ok: true }))
    app.get('/slow', { config }, async () => { await new Promise((done) => setTimeout(done, 120)); return {} })
    app.get('/broken', { config }, async () => { throw new Error('by design') })
  } }`

let host: TestHost
beforeAll(async () => {
  host = await createTestHost({ modules: [await writeSmallModule({ id: 'meter', setup }), await writeSmallModule({ id: 'other', setup })] })
})
afterAll(() => host.close())

const usage = async (query: string) => (await host.superAdmin.get<{ items: Row[]; total: number; next: string | null }>(`/api/v1/modules/usage?${query}`).expect(200))
const rowOf = async (organization: string, module = 'meter') => (await usage(`organization_id=${organization}&module_id=${module}`)).items[0]
const quota = (body: unknown, { module = 'meter', org = host.acme.id } = {}) => host.superAdmin.request<Record<string, unknown>>('PUT', `/api/v1/modules/organization/${org}/${module}/quota`, { json: body })

describe('figures of use', () => {
  test('requests, errors and durations are counted for each organization and module', async () => {
    const before = await rowOf(host.globex.id)
    for (let n = 0; n < 20; n += 1) await host.acme.admin.get('/api/v1/meter').expect(200)
    await host.acme.admin.get('/api/v1/meter/slow').expect(200)
    await host.acme.admin.get('/api/v1/meter/broken').expect(500)
    const row = await rowOf(host.acme.id)
    expect(row).toMatchObject({ organization_id: host.acme.id, module_id: 'meter', requests: 22, errors: 1, jobs: 0, storage_mb: 0 })
    expect(row?.p50_ms).toBeLessThan(60)
    expect(row?.p99_ms).toBeGreaterThan(100)
    expect(await rowOf(host.globex.id)).toEqual(before)
    expect(await rowOf(host.acme.id, 'other')).toMatchObject({ requests: 0, p99_ms: 0 })
  })
  test('they stand in the database, so that a restart keeps them, within two seconds', async () => {
    const before = (await rowOf(host.acme.id))?.requests
    await host.acme.admin.get('/api/v1/meter').expect(200)
    await new Promise((done) => setTimeout(done, 1_500))
    const [row] = await host.host.platform.database.core.run<{ requests: number }>('platform', `select sum(requests)::bigint as requests from platform.module_usage where organization_id = $1 and module_id = 'meter'`, [host.acme.id])
    expect(row?.requests).toBe(Number(before) + 1)
  })
  test('the list pages through everything once', async () => {
    const { total } = await usage('limit=1')
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: Awaited<ReturnType<typeof usage>> = await usage(`limit=3${after && `&after=${after}`}`)
      seen.push(...page.items.map((row) => `${row.organization_id} ${row.module_id}`))
      after = page.next
    }
    expect(seen).toHaveLength(total)
    expect(new Set(seen).size).toBe(total)
  })
  test('nobody in an organization sees them', async () => {
    expect((await host.acme.admin.get('/api/v1/modules/usage')).status).toBe(404)
  })
})

describe('a quota of requests', () => {
  test('holds within a second, for that organization and module alone, and says what is left', async () => {
    await quota({ requests_per_minute: 2 }).expect(200)
    const first = await host.acme.admin.get('/api/v1/meter')
    expect([first.status, first.headers['ratelimit-limit'], first.headers['ratelimit-remaining']]).toEqual([200, '2', '1'])
    await host.acme.admin.get('/api/v1/meter').expect(200)
    const over = await host.acme.admin.get<{ detail: { code: string } }>('/api/v1/meter')
    expect([over.status, over.body.detail.code]).toEqual([429, 'QUOTA_REQUESTS'])
    expect(Number(over.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(over.headers['ratelimit-reset'])).toBe(Number(over.headers['retry-after']))
    await host.acme.admin.get('/api/v1/other').expect(200)
    await host.globex.admin.get('/api/v1/meter').expect(200)
    expect((await host.acme.anonymous().get('/api/v1/meter')).status).toBe(401)
  })
  test('goes when it is raised or left out', async () => {
    await quota({ requests_per_minute: 0 }).expect(200)
    expect((await host.acme.admin.get('/api/v1/meter')).status).toBe(429)
    expect(await quota({}).expect(200)).toEqual({ requests_per_minute: null, jobs_per_hour: null, storage_mb: null })
    const free = await host.acme.admin.get('/api/v1/meter')
    expect([free.status, free.headers['ratelimit-limit']]).toEqual([200, undefined])
  })
  test.each([{ requests_per_minute: -5 }, { requests_per_minute: 'many' }, { storage_mb: -1 }, { jobs_per_hour: 1.5 }, { pages: 1 }])('%j is refused', async (body) => {
    expect((await quota(body)).status).toBe(400)
  })
  test('of an unknown organization or a module that it does not have is a 404', async () => {
    expect((await quota({ storage_mb: 1 }, { org: '3f2a6f0e-9d6b-4c58-8a51-6f1d2f7c9b11' })).status).toBe(404)
    expect((await quota({ storage_mb: 1 }, { module: 'no-such' })).status).toBe(404)
  })
})
