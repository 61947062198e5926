import { createTestDatabase, testServer, type TestServer } from '../src/testing/index.js'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createCrashes, type Crashes } from './support/crashes.js'
import { createRelayRig, type RelayRig } from './support/relay-rig.js'

const ROUNDS = process.env.INNOERP_TEST_SIZE === 'full' ? 50 : 3
let server: TestServer
let database: Awaited<ReturnType<typeof createTestDatabase>>
let rig: RelayRig
let crashes: Crashes

beforeAll(async () => {
  server = await testServer()
  database = await createTestDatabase(server)
  crashes = createCrashes(database.url)
})
beforeEach(async () => {
  rig = await createRelayRig(database.url)
  await rig.reset()
})
afterEach(() => rig.close())
afterAll(async () => {
  await database.drop()
  await server.stop()
})

test('an event leaves with its change: rolled back, none; committed, one effect (security 16)', async () => {
  await rig.publish('rolled-back', { rollBack: true })
  await rig.publish('committed')
  await rig.drained()
  expect(await rig.effects()).toEqual(['committed'])
})

test('events of one organization come in order', async () => {
  const names = Array.from({ length: 50 }, (_, n) => `event ${String(n).padStart(2, '0')}`)
  for (const name of names) await rig.publish(name)
  await rig.drained()
  expect(await rig.effects()).toEqual(names)
})

describe('a poison message (security 17)', () => {
  test('goes to the dead letters after its tries, the line moves on, and a replay applies once', async () => {
    rig.failOn('poison')
    await rig.publish('poison')
    await rig.publish('after it')
    await rig.drained()
    expect(await rig.effects()).toEqual(['after it'])
    const [letter] = await rig.deadLetters()
    expect(letter).toMatchObject({ consumer: 'rig', attempts: 5, error: 'cannot take poison' })
    rig.failOn(undefined)
    await rig.replay(letter)
    await rig.replay(letter)
    expect(await rig.effects()).toEqual(['after it', 'poison'])
    expect(await rig.deadLetters()).toEqual([])
  })
})

describe('kill -9 of the process (security 16)', () => {
  for (const point of ['before-commit', 'after-commit', 'after-effect'] as const) {
    test(`${point}: committed events have one effect each, rolled back ones none`, async () => {
      await rig.relay.stop() // only the process that dies relays
      const second = await createRelayRig(database.url, { start: false })
      const committed: string[] = []
      for (let round = 0; round < ROUNDS; round += 1) committed.push(...(await crashes.publishAndDie(point, `${point} ${round}`)))
      await second.relay.start()
      await second.drained()
      expect((await second.effects()).sort()).toEqual(committed.sort())
      await second.close()
    })
  }
})
