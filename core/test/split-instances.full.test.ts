import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestClient } from '../src/testing/index.js'
import { PROJECTS } from './support/modules.js'
import { soon, startTopology, type ServiceProcess, type Topology } from './support/split-topology.js'

const PASSWORD = 'Corr3ct-horse-battery'

let topology: Topology
let acme: TestClient
let first: ServiceProcess
let second: ServiceProcess

async function signUp(subdomain: string): Promise<TestClient> {
  const email = `owner@${subdomain}.example`
  const body = { business_name: subdomain, subdomain, owner_email: email, owner_name: 'Olive Owner', password: PASSWORD, industry_code: 'technology' }
  await topology.client('localhost').post('/api/v1/organizations/signup', body).expect(201)
  return topology.client(`${subdomain}.localhost`).signIn(email, PASSWORD)
}

/** Reads a list over and over until it is stopped; how often, and what it got that was no answer. */
function keepReading(client: TestClient): { stop(): Promise<{ asked: number; failed: number[] }> } {
  const state = { isStopped: false }
  const failed: number[] = []
  let asked = 0
  const read = async (): Promise<void> => {
    while (!state.isStopped) {
      const status = await client.get('/api/v1/projects').then((answer) => answer.status, () => 0)
      asked += 1
      if (status !== 200) failed.push(status)
      await sleep(10)
    }
  }
  const readers = Promise.all(Array.from({ length: 4 }, read))
  return {
    stop: async () => {
      state.isStopped = true
      await readers
      return { asked, failed }
    },
  }
}

beforeAll(async () => {
  topology = await startTopology({ modules: [PROJECTS], moduleHosts: 2, settings: { INNOERP_DRAIN_SECONDS: '3' } })
  ;[first, second] = topology.of('modules') as [ServiceProcess, ServiceProcess]
  acme = await signUp('acme')
})
afterAll(() => topology?.close())

test('two module hosts are replaced one after the other under load, and no request fails', async () => {
  const load = keepReading(acme)
  for (const instance of [first, second]) {
    await instance.end('SIGTERM')
    await instance.start()
    await soon(async () => (await instance.client('localhost').get('/health/ready')).status === 200, 20_000)
    await sleep(1_500) // until the gateway has asked it
  }
  const { asked, failed } = await load.stop()
  expect(asked).toBeGreaterThan(50)
  expect(failed).toEqual([])
}, 120_000)

test('one that is killed is left out: the other answers, and reading fails for nobody', async () => {
  const load = keepReading(acme)
  await sleep(300)
  await first.end('SIGKILL')
  await sleep(1_500)
  const { failed } = await load.stop()
  expect(failed).toEqual([])
})

test('one that was down has caught up when it is back, and does the work of who leads no more', async () => {
  const late = await signUp('late')
  await first.start()
  await second.end('SIGKILL')
  await soon(async () => (await late.get('/api/v1/projects')).status === 200, 10_000)
  const { operation_id } = await topology.superAdmin.delete<{ operation_id: string }>('/api/v1/module-registry/projects').expect(202)
  await soon(async () => (await topology.superAdmin.get<{ state: string }>(`/api/v1/operations/${operation_id}`).expect(200)).state === 'succeeded', 20_000)
  await soon(async () => (await late.get('/api/v1/projects')).status === 404, 5_000)
}, 60_000)

test('where nobody is left, the answer says when to ask again', async () => {
  await first.end('SIGKILL')
  await soon(async () => (await topology.superAdmin.get('/api/v1/operations')).status === 503, 5_000)
  const { headers, body } = await topology.superAdmin.get('/api/v1/operations')
  expect([headers['retry-after'], body]).toMatchObject(['1', { detail: { code: 'SERVICE_UNAVAILABLE' } }])
})
