import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from '@elastic/elasticsearch'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEngine, whyNotHere, type RunningEngine } from '../../../infra/local/start.mjs'
import { deleteOldIndices, indexOf } from '../../src/platform/elasticsearch/log-retention.js'
import { createTestHost, type TestHost } from '../../src/testing/index.js'
import { followLog } from '../support/log-stream.js'

const M = '/api/v1/monitor'
const SLOWEST_MS = 9_000
const why = await whyNotHere('elasticsearch')

interface Entry {
  id: string
  request_id: string
  organization_id: string
  service: string
  level: string
  message: string
  status_code: number
  error: { message: string } | null
}
interface Hits {
  hits: Entry[]
  total: number
}
interface Failure {
  detail: { code: string; message: string }
}

describe.skipIf(why !== undefined)('the log in Elasticsearch', () => {
  let engine: RunningEngine
  let host: TestHost
  let client: Client
  const search = (query: string) => host.superAdmin.get<Hits>(`${M}/logs/search?${query}`).expect(200)
  const total = async (query: string) => (await search(query)).total
  const indices = async () => (await client.cat.indices({ index: 'innoerp-*', format: 'json' })).map(({ index }) => index)

  beforeAll(async () => {
    engine = await startEngine('elasticsearch', { port: 0 })
    client = new Client({ node: engine.url, requestTimeout: 5_000 })
    await client.indices.create({ index: 'innoerp-2001.01.01' })
    await client.indices.create({ index: 'innoerp-2001.01.01-000001', aliases: { 'innoerp-write': { is_write_index: true } } })
    host = await createTestHost({ settings: { ELASTICSEARCH_URL: engine.url } })
  })
  afterAll(async () => {
    await host.close()
    await client.close()
    await engine.stop()
  })

  test('holds every request under the template’s fields, in the index of its day', async () => {
    const id = String((await host.acme.admin.get('/api/v1/users')).headers['x-request-id'])
    await expect.poll(() => total(`query=${id}`), { timeout: 10_000 }).toBe(1)
    expect((await search(`query=${id}`)).hits[0]).toMatchObject({ request_id: id, organization_id: host.acme.id, service: 'api-gateway', status_code: 200 })
    const day = new Date().toISOString().slice(0, 10).replaceAll('-', '.')
    expect(await indices()).toContain(`innoerp-${day}`)
    const mapping = await client.indices.getMapping({ index: `innoerp-${day}` })
    expect(Object.values(mapping)[0]?.mappings.dynamic).toBe('strict')
  })

  test('keeps nothing of days that are over', async () => {
    await expect.poll(indices).not.toContain('innoerp-2001.01.01')
    expect(await indices(), 'an alias writes to it').toContain('innoerp-2001.01.01-000001')
    await client.indices.rollover({ alias: 'innoerp-write', new_index: `${indexOf(new Date().toISOString().slice(0, 10))}-000002` })
    expect(await deleteOldIndices(client, { days: 7 })).toEqual(['innoerp-2001.01.01-000001'])
  })

  test('is found as the database finds: by parts, whatever their case, with signs that mean something to neither', async () => {
    const log = host.host.platform.logs.logger('finding', 'test')
    log.info({ username: 'Ada@Example.org', attempts: 3 }, 'Half of 100% is *five* under_scored')
    log.error({ err: new TypeError('Müller was not found') }, 'It failed')
    await expect.poll(() => total('service=finding'), { timeout: 10_000 }).toBe(2)
    for (const part of ['ada@ex', '100%', '*FIVE*', 'r_s', 'half of']) expect(await total(`service=finding&query=${encodeURIComponent(part)}`), part).toBe(1)
    for (const part of ['müll', 'TypeErr', 'not found']) expect((await search(`service=finding&query=${encodeURIComponent(part)}`)).hits[0]?.error?.message, part).toBe('Müller was not found')
    for (const part of ['1*0', 'fi?e', 'nothing']) expect(await total(`service=finding&query=${encodeURIComponent(part)}`), part).toBe(0)
    expect(await total('service=finding&level=ERROR')).toBe(1)
    const errors = await host.superAdmin.get<Entry[]>(`${M}/logs/errors?hours=1`).expect(200)
    expect(errors.map(({ message }) => message)).toContain('It failed')
  })

  test('is paged to a depth and no further, and counted', async () => {
    const until = `end_time=${new Date().toISOString()}`
    const first = await search(`${until}&size=2`)
    const second = await search(`${until}&size=1&from=1`)
    expect(second.hits[0]?.id).toBe(first.hits[1]?.id)
    const deep = await host.superAdmin.get<Failure>(`${M}/logs/search?size=50&from=9951`)
    expect([deep.status, deep.body.detail.code]).toEqual([422, 'LOG_TOO_DEEP'])
    expect((await host.superAdmin.get(`${M}/logs/search?size=50&from=9950`)).status).toBe(200)
    const { total: all, by_level, by_service } = await host.superAdmin.get<{ total: number; by_level: Record<string, number>; by_service: Record<string, number> }>(`${M}/logs/statistics`).expect(200)
    expect(Object.values(by_level).reduce((sum, count) => sum + count, 0)).toBe(all)
    expect(by_service.finding).toBe(2)
  })

  test('is followed as it comes', async () => {
    const stream = await followLog(host.superAdmin)
    const log = host.host.platform.logs.logger('following', 'test')
    await sleep(1_500)
    log.info('Now it comes')
    await expect.poll(() => stream.text(), { timeout: 10_000 }).toContain('Now it comes')
    await sleep(2_500)
    expect(stream.text().split('Now it comes').length - 1).toBe(1)
    stream.close()
  })

  test('forgets an organization, and nobody else', async () => {
    const id = String((await host.globex.admin.get('/api/v1/users')).headers['x-request-id'])
    await expect.poll(() => total(`query=${id}`), { timeout: 10_000 }).toBe(1)
    const others = async () => (await client.count({ index: 'innoerp-*', query: { term: { organization_id: host.acme.id } } })).count
    const before = await others()
    const { removed } = await host.superAdmin.request<{ removed: number }>('DELETE', `${M}/logs?organization_id=${host.globex.id}`).expect(200)
    expect(removed).toBeGreaterThan(0)
    expect(await total(`query=${id}`)).toBe(0)
    expect(await others()).toBeGreaterThanOrEqual(before)
    expect((await host.superAdmin.get<{ items: { action: string }[] }>('/api/v1/audit?action=logs.forgotten').expect(200)).items).toHaveLength(1)
  })

  test('is away: searches alone answer 503 within their time, the rest goes on, and what was logged is there afterwards', async () => {
    const node = engine.processes.elasticsearch
    node?.kill('SIGSTOP')
    const began = performance.now()
    const failed = await host.superAdmin.get<Failure>(`${M}/logs/search`)
    expect([failed.status, failed.body.detail.code]).toEqual([503, 'LOG_SEARCH_DOWN'])
    expect(performance.now() - began).toBeLessThan(SLOWEST_MS)
    const id = String((await host.acme.admin.get('/api/v1/users').then((answer) => (expect(answer.status).toBe(200), answer))).headers['x-request-id'])
    await expect.poll(async () => (await host.client('localhost').get<{ status: string }>('/health')).body.status, { timeout: 15_000 }).toBe('degraded')
    const dashboard = await host.superAdmin.get<{ logs: unknown; services: { service: string; status: string }[] }>(`${M}/dashboard`).expect(200)
    expect(dashboard.logs).toBeNull()
    expect(dashboard.services.filter(({ status }) => status === 'unhealthy').map(({ service }) => service)).toEqual(['monitoring-service'])
    node?.kill('SIGCONT')
    await expect.poll(async () => (await host.superAdmin.get<Hits>(`${M}/logs/search?query=${id}`)).body.total, { timeout: 30_000 }).toBe(1)
    expect((await host.client('localhost').get<{ status: string }>('/health')).body.status).toBe('healthy')
  })

  test('is killed and comes back with what it had', async () => {
    const node = engine.processes.elasticsearch
    const before = await total('service=finding')
    node?.kill('SIGKILL')
    await expect.poll(async () => (await host.superAdmin.get(`${M}/logs/search`)).status, { timeout: 10_000 }).toBe(503)
    expect((await host.acme.admin.get('/api/v1/users')).status).toBe(200)
    await node?.start()
    await expect.poll(async () => (await host.superAdmin.get<Hits>(`${M}/logs/search?service=finding`)).body.total, { timeout: 30_000 }).toBe(before)
  })
})
