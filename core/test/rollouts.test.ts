import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHost, type TestHost, type TestTenant } from '../src/testing/index.js'
import { install } from './support/operations.js'
import { publishTiny } from './support/tiny-module.js'

interface Rollout {
  id: string
  state: string
  reason: string | null
  waves: { state: string; organizations: string[]; requests: number; errors: number }[]
}

let host: TestHost
beforeAll(async () => {
  host = await createTestHost()
  for (const [version, onList] of [['1.0.0', ''], ['2.0.0', ''], ['3.0.0', "throw new Error('boom on every request')"]] as const) {
    expect(await install(host, await publishTiny(host, { id: 'waves', version, onList }))).toMatchObject({ state: 'succeeded' })
  }
  for (const { id } of [host.acme, host.globex]) await host.superAdmin.post(`/api/v1/modules/assign/${id}`, { module_id: 'waves' }).expect(201)
})
afterAll(() => host.close())

const pinBoth = async () => {
  for (const { id } of [host.acme, host.globex]) await host.superAdmin.request('PUT', `/api/v1/modules/organization/${id}/waves/version`, { json: { range: '^1.0.0' } })
}
const begin = (body: object) => host.superAdmin.post<Rollout>('/api/v1/module-registry/waves/rollouts', body)
const drive = (id: string, verb: string) => host.superAdmin.post<Rollout>(`/api/v1/rollouts/${id}/${verb}`, {})
const find = (id: string) => host.superAdmin.get<Rollout>(`/api/v1/rollouts/${id}`).expect(200)
const runs = async (...tenants: TestTenant[]) => Promise.all(tenants.map(async ({ admin }) => (await admin.get('/api/v1/waves')).headers['x-innoerp-module']))
const rangeOf = async ({ id }: TestTenant) => (await host.superAdmin.get<{ range: string }>(`/api/v1/modules/organization/${id}/waves/version`).expect(200)).range

test('each wave moves its organizations alone, the last one completes, one call puts everybody back to the range of before', async () => {
  await pinBoth()
  const { id, state } = await begin({ version: '2.0.0', waves: [{ organizations: [host.acme.id] }, { percent: 100 }] }).expect(201)
  expect([state, ...(await runs(host.acme, host.globex))]).toEqual(['running', 'waves@2.0.0', 'waves@1.0.0'])
  expect(await drive(id, 'pause').expect(200)).toMatchObject({ state: 'paused' })
  expect(await drive(id, 'advance').expect(200)).toMatchObject({ state: 'completed' })
  expect(await runs(host.acme, host.globex)).toEqual(['waves@2.0.0', 'waves@2.0.0'])
  expect(await drive(id, 'rollback').expect(200)).toMatchObject({ state: 'rolled_back' })
  expect(await runs(host.acme, host.globex)).toEqual(['waves@1.0.0', 'waves@1.0.0'])
  expect([await rangeOf(host.acme), await rangeOf(host.globex)]).toEqual(['^1.0.0', '^1.0.0'])
  for (const verb of ['advance', 'pause', 'rollback']) expect((await drive(id, verb)).status).toBe(409)
})

test('errors over the budget stop it before anybody else is moved; its figures say why', async () => {
  await pinBoth()
  const { id } = await begin({ version: '3.0.0', waves: [{ organizations: [host.acme.id] }, { percent: 100 }], error_budget: 0.01 }).expect(201)
  await expect.poll(async () => {
    await runs(host.acme)
    return (await find(id)).state
  }, { timeout: 10_000 }).toBe('stopped')
  const { reason, waves } = await find(id)
  expect(reason).toMatch(/requests failed/)
  expect(waves[0]).toMatchObject({ organizations: [host.acme.id], state: 'done' })
  expect(waves[0]?.errors).toBeGreaterThan(0)
  expect((await drive(id, 'advance')).status).toBe(409)
  expect(await runs(host.globex)).toEqual(['waves@1.0.0'])
  await drive(id, 'rollback').expect(200)
  await host.acme.admin.get('/api/v1/waves').expect(200)
})

test('what cannot be done is refused and moves nobody', async () => {
  await pinBoth()
  const stranger = '3f2a6f0e-9d6b-4c58-8a51-6f1d2f7c9b11'
  for (const body of [{ version: '9.9.9', waves: [{ percent: 100 }] }, { version: '2.0.0', waves: [] }, { version: '2.0.0', waves: [{ percent: 200 }] }, { version: '2.0.0', waves: [{ organizations: [stranger] }] }]) {
    expect((await begin(body)).status).toBeGreaterThanOrEqual(400)
  }
  const { id } = await begin({ version: '2.0.0', waves: [{ organizations: [host.acme.id] }, { percent: 100 }] }).expect(201)
  expect((await begin({ version: '2.0.0', waves: [{ percent: 100 }] })).status).toBe(422)
  await drive(id, 'rollback').expect(200)
  expect(await runs(host.acme, host.globex)).toEqual(['waves@1.0.0', 'waves@1.0.0'])
})

test('enabling in waves: who lacks the module gets it wave by wave, keeps its data when it is taken back, and others their range', async () => {
  await pinBoth()
  await host.superAdmin.post(`/api/v1/modules/unassign/${host.acme.id}/waves`, {})
  const plain = await begin({ version: '2.0.0', waves: [{ organizations: [host.acme.id] }] })
  expect(plain.status, 'without enabling it reaches only those that have it').toBe(422)
  const { id } = await begin({ version: '2.0.0', enables: true, waves: [{ organizations: [host.globex.id] }, { percent: 100 }] }).expect(201)
  await host.acme.admin.get('/api/v1/waves').expect(404)
  await drive(id, 'advance').expect(200)
  expect(await runs(host.acme, host.globex)).toEqual(['waves@2.0.0', 'waves@2.0.0'])
  await expect.poll(async () => (await host.events('module.assigned')).at(-1)).toMatchObject({ organization_id: host.acme.id, data: { module_id: 'waves' } })
  expect(await drive(id, 'rollback').expect(200)).toMatchObject({ state: 'rolled_back' })
  await host.acme.admin.get('/api/v1/waves').expect(404)
  expect(await rangeOf(host.globex)).toBe('^1.0.0')
})
