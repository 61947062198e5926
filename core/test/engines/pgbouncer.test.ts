import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEngine, whyNotHere, type RunningEngine } from '../../../infra/local/start.mjs'
import { loadConfig } from '../../src/config/config.js'
import { bind } from '@innoerp/sdk/server'
import { createTestHost, type TestHost, type TestTenant } from '../../src/testing/index.js'

const why = (await whyNotHere('postgres')) ?? (await whyNotHere('pgbouncer'))

/** Fewer servers than the host has connections, so that they are shared by all of its statements. */
const SERVERS = 3

describe.skipIf(why !== undefined)('a host behind PgBouncer in transaction mode', () => {
  const engines: RunningEngine[] = []
  let host: TestHost

  beforeAll(async () => {
    const postgres = await startEngine('postgres', { port: 0 })
    engines.push(postgres)
    const pooler = await startEngine('pgbouncer', { port: 0, options: { upstream: postgres.ports.postgres, servers: SERVERS } })
    engines.push(pooler)
    host = await createTestHost({ settings: { DATABASE_URL: pooler.url, DATABASE_DIRECT_URL: postgres.url, DATABASE_PREPARED: 'off' } })
  })
  afterAll(async () => {
    await host?.close()
    for (const engine of engines.toReversed()) await engine.stop()
  })

  test('keeps two organizations apart while their requests share connections', async () => {
    const ask = async ({ admin, id }: TestTenant) => {
      const { items } = await admin.get<{ items: { email: string; organization_id: string }[] }>('/api/v1/users').expect(200)
      return items.every((user) => user.organization_id === id || user.organization_id === undefined) && items.length
    }
    await host.acme.person('employee')
    const asked = Array.from({ length: 60 }, (_, at) => ask(at % 2 === 0 ? host.acme : host.globex))
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? 2 : 1)))
  })

  test('leaves no scope behind on a connection', async () => {
    const { pool } = host.host.platform.database
    const ask = async () => (await pool.submit({ statements: [bind(`select current_user as role, current_setting('app.organization_id', true) as organization, current_setting('TimeZone') as zone`, [])], hidden: 0 }))[0]?.rows[0]
    const seen = await Promise.all(Array.from({ length: 12 }, ask))
    for (const row of seen) expect(row).toMatchObject({ role: host.host.platform.database.roles.app, zone: 'UTC' })
    expect(seen.every((row) => !row?.organization)).toBe(true)
  })

  test('hears changes and delivers events, which go past the pooler', async () => {
    const events = await host.events('user.authenticated')
    expect(events.length).toBeGreaterThan(0)
  })
})

test('the direct address alone is refused with one line', () => {
  expect(() => loadConfig({ DATABASE_DIRECT_URL: 'postgres://a/b' }, { home: '/tmp' })).toThrow(/DATABASE_DIRECT_URL needs DATABASE_URL/)
})
