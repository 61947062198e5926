import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestHost, type TestHost } from '../src/testing/index.js'

const M = '/api/v1/monitor'

let host: TestHost
beforeAll(async () => void (host = await createTestHost()))
afterAll(() => host.close())

interface Hits {
  hits: { id: string; request_id: string; organization_id: string; service: string; status_code: number }[]
  total: number
}

describe('the log', () => {
  test('holds every request with the fields of the document, found by its id', async () => {
    const id = String((await host.acme.admin.get('/api/v1/users')).headers['x-request-id'])
    await expect.poll(async () => (await host.superAdmin.get<Hits>(`${M}/logs/search?query=${id}`).expect(200)).total).toBe(1)
    const { hits } = await host.superAdmin.get<Hits>(`${M}/logs/search?query=${id}`).expect(200)
    expect(hits[0]).toMatchObject({ request_id: id, organization_id: host.acme.id, service: 'api-gateway', status_code: 200 })
  })
  test('never holds what was typed as a password', async () => {
    const secret = 'S3cret-that-was-typed'
    await host.client('acme.localhost').post('/api/v1/auth/login', { email: 'owner@acme.example', password: secret })
    await sleep(50)
    expect((await host.superAdmin.get<Hits>(`${M}/logs/search?query=${secret}`).expect(200)).total).toBe(0)
  })
  test('is filtered, paged and counted', async () => {
    // The searches are requests too: what comes after this moment is left out.
    const until = `service=api-gateway&end_time=${new Date().toISOString()}`
    const { hits } = await host.superAdmin.get<Hits>(`${M}/logs/search?${until}&size=2`).expect(200)
    expect(hits.map(({ service }) => service)).toEqual(['api-gateway', 'api-gateway'])
    const next = await host.superAdmin.get<Hits>(`${M}/logs/search?${until}&size=1&from=1`).expect(200)
    expect(next.hits[0]?.id).not.toBe(hits[0]?.id)
    expect((await host.superAdmin.get<Hits>(`${M}/logs/search?start_time=2001-01-01T00:00:00Z&end_time=2001-01-02T00:00:00Z`).expect(200)).total).toBe(0)
    const { total, by_level } = await host.superAdmin.get<{ total: number; by_level: Record<string, number> }>('/api/v1/monitoring/logs/statistics').expect(200)
    expect(Object.values(by_level).reduce((sum, count) => sum + count, 0)).toBe(total)
  })
})

describe('health', () => {
  test('is found by checks of the five services, and by none that was only declared', async () => {
    const states = await host.superAdmin.get<{ service: string; status: string }[]>(`${M}/metrics/health`).expect(200)
    expect(states.map(({ service, status }) => `${service} ${status}`)).toEqual(['api-gateway', 'tenant-service', 'auth-service', 'user-service', 'monitoring-service'].map((name) => `${name} healthy`))
    const uptime = () => host.superAdmin.get<{ uptime_seconds: number; uptime_percent: number }>('/api/v1/monitoring/services/auth/uptime').expect(200)
    const before = await uptime()
    await sleep(30)
    expect((await uptime()).uptime_seconds).toBeGreaterThan(before.uptime_seconds)
    expect(before.uptime_percent).toBe(100)
    expect((await host.superAdmin.get('/api/v1/monitoring/services/nobody/uptime')).status).toBe(404)
  })
  test('figures for Prometheus are for this machine', async () => {
    const { text } = await host.client('localhost').get('/metrics')
    expect(text).toMatch(/^# TYPE innoerp_service_up gauge$/m)
    expect(text).toMatch(/^innoerp_service_up\{service="auth-service"\} 1$/m)
    expect((await host.client('localhost').get('/metrics', { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(401)
  })
})

test('alerts: ten failed sign-ins make one, told by mail and in the trail, and somebody takes it up', async () => {
  for (let at = 0; at < 12; at += 1) await host.client('globex.localhost').post('/api/v1/auth/login', { email: 'owner@globex.example', password: `Wrong-password-${at}` })
  const alerts = () => host.superAdmin.get<{ items: { id: string; kind: string; acknowledged_at: string | null }[] }>(`${M}/alerts`).expect(200)
  await expect.poll(async () => (await alerts()).items.map(({ kind }) => kind)).toEqual(['bad_logins'])
  const [{ id } = { id: '' }] = (await alerts()).items
  const mails = await host.superAdmin.get<{ items: { to: string; subject: string }[] }>(`${M}/mail?search=Alert`).expect(200)
  expect(mails.items[0]).toMatchObject({ to: 'root@innoerp.example', subject: expect.stringContaining('sign-ins') })
  expect((await host.superAdmin.post(`${M}/alerts/${id}/acknowledge`)).status).toBe(204)
  expect((await alerts()).items[0]?.acknowledged_at).not.toBeNull()
})

describe('the audit trail', () => {
  interface Trail {
    items: { id: string; action: string; organization_id: string; actor_email: string }[]
    total: number
  }
  test('is the organization’s own for its administrators, everybody’s for super admins, nobody’s for others', async () => {
    const own = await host.acme.admin.get<Trail>('/api/v1/audit').expect(200)
    expect(own.items.length).toBeGreaterThan(0)
    expect(own.items.every((entry) => entry.organization_id === host.acme.id)).toBe(true)
    expect((await host.superAdmin.get<Trail>('/api/v1/audit').expect(200)).total).toBeGreaterThan(own.total)
    expect((await (await host.acme.person('manager')).get('/api/v1/audit')).status).toBe(403)
  })
  test('is searched by actor, action and time, and its chain holds', async () => {
    const by = async (query: string) => (await host.acme.admin.get<Trail>(`/api/v1/audit?${query}`).expect(200)).items
    expect((await by('actor=owner@acme.example')).every((entry) => entry.actor_email === 'owner@acme.example')).toBe(true)
    expect((await by('action=user.authenticated')).map(({ action }) => action)).toContain('user.authenticated')
    expect(await by('from=2099-01-01T00:00:00Z')).toEqual([])
    expect((await host.acme.admin.get('/api/v1/audit?from=yesterday')).status).toBe(400)
    await expect.poll(async () => (await host.superAdmin.get<{ ok: boolean; entries: number }>('/api/v1/audit/verify').expect(200)).entries).toBeGreaterThan(0)
    expect(await host.superAdmin.get('/api/v1/audit/verify').expect(200)).toMatchObject({ ok: true, first_bad: null })
  })
})

describe('what super admins set for all', () => {
  test('a flag reaches the organizations that it names', async () => {
    await host.superAdmin.post('/api/v1/feature-flags', { key: 'new-board', organizations: [host.acme.id] }).expect(201)
    expect([host.acme.id, host.globex.id].map((id) => host.host.platform.flags.of(id).has('new-board'))).toEqual([true, false])
    expect((await host.superAdmin.post('/api/v1/feature-flags', { key: 'new-board' })).status).toBe(409)
    await host.superAdmin.patch('/api/v1/feature-flags/new-board', { enabled: false }).expect(200)
    expect(host.host.platform.flags.of(host.acme.id).has('new-board')).toBe(false)
    expect((await host.superAdmin.delete('/api/v1/feature-flags/new-board')).status).toBe(204)
  })
  test('settings of the platform hold from then on; unknown ones are refused', async () => {
    expect(await host.superAdmin.request('PUT', '/api/v1/platform/settings', { json: { trial_days: 30 } })).toMatchObject({ status: 200, body: { trial_days: 30, signup: 'open' } })
    expect((await host.superAdmin.request('PUT', '/api/v1/platform/settings', { json: { zz: 1 } })).status).toBe(400)
    expect(host.host.platform.settings.current().trial_days).toBe(30)
  })
})
