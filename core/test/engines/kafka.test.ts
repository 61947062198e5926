import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEngine, whyNotHere, type RunningEngine } from '../../../infra/local/start.mjs'
import { createTestHost, type TestHost } from '../../src/testing/index.js'
import { makerAndTaker } from '../support/kafka-modules.js'
import { ended } from '../support/operations.js'

interface State<T> {
  configured: boolean
  engine: string
  items: T[]
}
interface Group {
  group_id: string
  state: string
  members: number
  lag: number
  effects: number
  dead_letters: number
}
interface Letter {
  event_id: string
  consumer: string
  topic: string
  attempts: number
  error: string
}

const K = '/api/v1/monitor/kafka'
const poisoned = globalThis as { poisonedName?: string | undefined }
const why = await whyNotHere('kafka')

describe.skipIf(why !== undefined)('events through Kafka', () => {
  let broker: RunningEngine
  let host: TestHost
  const took = async (): Promise<unknown[]> => (await host.events('taker.took')).map(({ data }) => data.name)
  const group = async (): Promise<Group | undefined> => (await host.superAdmin.get<State<Group>>(`${K}/consumer-groups`).expect(200)).items.find(({ group_id }) => group_id === 'innoerp.taker')

  beforeAll(async () => {
    broker = await startEngine('kafka', { port: 0 })
    host = await createTestHost({ modules: await makerAndTaker(), settings: { KAFKA_BROKERS: broker.url } })
  })
  afterAll(async () => {
    poisoned.poisonedName = undefined
    await host?.close()
    await broker?.stop()
  })

  test('an event of one module is applied by another, in the order of its organization', async () => {
    const names = Array.from({ length: 30 }, (_, n) => `thing ${String(n).padStart(2, '0')}`)
    for (const name of names) await host.acme.admin.post('/api/v1/maker', { name }).expect(201)
    await expect.poll(took, { timeout: 30_000 }).toHaveLength(names.length)
    expect(await took()).toEqual(names)
    const { items } = await host.superAdmin.get<State<Record<string, unknown>>>(`${K}/topics`).expect(200)
    expect(items.find(({ name }) => name === 'maker.made')).toMatchObject({ partitions: 6, replicas: 1, messages: names.length, in_sync: true, waiting: 0 })
  })

  test('the routes show brokers, partitions, states and lag as they are', async () => {
    expect(await host.superAdmin.get(`${K}/info`).expect(200)).toMatchObject({ configured: true, engine: 'kafka', items: [{ broker: 1, address: broker.url, is_controller: true }] })
    await expect.poll(group, { timeout: 20_000 }).toMatchObject({ state: 'Stable', members: 1, lag: 0, effects: 30 })
    const { items } = await host.superAdmin.get<State<{ committed: number; end: number; lag: number }>>(`${K}/consumers/innoerp.taker/lag`).expect(200)
    expect(items).toHaveLength(6)
    expect(items.reduce((sum, { committed }) => sum + committed, 0)).toBe(30)
    const topic = await host.superAdmin.get<State<Record<string, unknown>>>(`${K}/topics/maker.made`).expect(200)
    expect(topic.items.map(({ partition }) => partition)).toEqual([0, 1, 2, 3, 4, 5])
    await host.superAdmin.get(`${K}/topics/of.somebody.else`).expect(404)
    await host.superAdmin.get(`${K}/consumers/others/lag`).expect(404)
  })

  test('a poison message goes to the dead letters, its partition moves on, and a replay applies once (security 17)', async () => {
    poisoned.poisonedName = 'poison'
    await host.acme.admin.post('/api/v1/maker', { name: 'poison' }).expect(201)
    await host.acme.admin.post('/api/v1/maker', { name: 'after it' }).expect(201)
    await expect.poll(group, { timeout: 5_000 }).toMatchObject({ lag: 2 })
    await expect.poll(took, { timeout: 30_000 }).toContain('after it')
    expect(await took()).not.toContain('poison')
    const { items } = await host.superAdmin.get<{ items: Letter[] }>(`${K}/dead-letters`).expect(200)
    expect(items).toMatchObject([{ consumer: 'taker', topic: 'maker.made', attempts: 5, error: 'cannot take poison' }])
    const dead = await host.superAdmin.get<State<{ end_offset: number }>>(`${K}/topics/maker.made.dlq`).expect(200)
    expect(dead.items).toMatchObject([{ end_offset: 1 }])
    const replay = `${K}/dead-letters/${items[0]?.event_id}/taker/replay`
    await host.superAdmin.post(replay).expect(422)
    poisoned.poisonedName = undefined
    await host.superAdmin.post(replay).expect(204)
    await host.superAdmin.post(replay).expect(404)
    await expect.poll(took, { timeout: 10_000 }).toContain('poison')
    expect((await took()).filter((name) => name === 'poison')).toHaveLength(1)
  })

  test('the group of a module goes with it', async () => {
    await ended(host, (await host.superAdmin.request<{ operation_id: string }>('DELETE', '/api/v1/module-registry/taker')).body)
    await expect.poll(group, { timeout: 20_000 }).toBeUndefined()
  })
})
