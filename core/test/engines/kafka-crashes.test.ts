import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEngine, whyNotHere, type RunningEngine } from '../../../infra/local/start.mjs'
import { createTestDatabase, testServer, type TestServer } from '../../src/testing/index.js'
import { createCrashes, type CrashPoint } from '../support/crashes.js'
import { createKafkaRig, namesOnBroker } from '../support/kafka-rig.js'
import { createRelayRig } from '../support/relay-rig.js'

const POINTS: readonly CrashPoint[] = ['before-commit', 'after-commit', 'after-publish', 'after-effect']
/** Kills at each point; a killed member of a group is waited for, which takes its ten seconds. */
const ROUNDS = process.env.INNOERP_TEST_SIZE === 'full' ? 50 : 3
const MINUTE = 60_000
const why = await whyNotHere('kafka')

describe.skipIf(why !== undefined)('kill -9 around the broker (security 16)', () => {
  let broker: RunningEngine
  let server: TestServer
  let database: Awaited<ReturnType<typeof createTestDatabase>>

  beforeAll(async () => {
    ;[broker, server] = await Promise.all([startEngine('kafka', { port: 0 }), testServer()])
    database = await createTestDatabase(server)
  })
  afterAll(async () => {
    await database?.drop()
    await server?.stop()
    await broker?.stop()
  })

  test(
    'at four points: what was committed is on the broker and has one effect, in order; what was rolled back has none',
    async () => {
      // Its tables have to be there before anybody dies over them.
      await (await createRelayRig(database.url, { start: false })).close()
      const crashes = createCrashes(database.url, broker.url)
      const committed: string[] = []
      for (const point of POINTS) for (let round = 0; round < ROUNDS; round += 1) committed.push(...(await crashes.publishAndDie(point, `${point} ${round}`)))
      expect(committed).toHaveLength(ROUNDS * 3)
      const rig = await createKafkaRig(database.url, broker.url)
      await rig.drained()
      await expect.poll(rig.effects, { timeout: MINUTE, interval: 200 }).toHaveLength(committed.length)
      expect(await rig.effects()).toEqual(committed)
      expect((await namesOnBroker(broker.url)).sort()).toEqual(committed.sort())
      await rig.close()
    },
    ROUNDS * MINUTE,
  )
})
