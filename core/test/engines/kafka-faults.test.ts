import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { startEngine, whyNotHere, type EngineProcess, type RunningEngine } from '../../../infra/local/start.mjs'
import type { KafkaSettings } from '../../src/config/kafka-settings.js'
import { createEngineHealth } from '../../src/platform/engine-health.js'
import { createAsker } from '../../src/platform/kafka/asker.js'
import { createKafka } from '../../src/platform/kafka/client.js'
import { watchBrokers } from '../../src/platform/kafka/probe.js'
import { LogFiles } from '../../src/platform/logging/log-files.js'
import { createTestHost, type TestHost } from '../../src/testing/index.js'
import { makerAndTaker } from '../support/kafka-modules.js'

interface Health {
  status: string
  degraded?: { setting: string; message: string }[]
}

const why = await whyNotHere('kafka')
const processOf = ({ processes: { kafka } }: RunningEngine): EngineProcess => {
  if (!kafka) throw new Error('The broker has no process.')
  return kafka
}

describe.skipIf(why !== undefined)('a broker that fails', () => {
  let broker: RunningEngine | undefined
  let host: TestHost | undefined
  const started = async (options: Record<string, unknown> = {}): Promise<RunningEngine> => (broker = await startEngine('kafka', { port: 0, options }))
  const hostOn = async ({ url }: RunningEngine): Promise<TestHost> => (host = await createTestHost({ modules: await makerAndTaker(), settings: { KAFKA_BROKERS: url } }))
  const took = async ({ events }: TestHost): Promise<unknown[]> => (await events('taker.took')).map(({ data }) => data.name)
  const health = ({ client }: TestHost): Promise<Health> => client('localhost').get<Health>('/health').expect(200)
  afterEach(async () => {
    await host?.close()
    await broker?.stop()
    host = undefined
  })

  test('writes are 2xx while it is killed, started again and held for 15 s; no event is lost, doubled in effect or out of order (security 21)', async () => {
    const running = await started()
    const { acme, events, ...rest } = await hostOn(running)
    const names: string[] = []
    const state = { ended: false }
    const write = async (): Promise<void> => {
      for (let n = 0; !state.ended; n += 1) {
        const name = `thing ${String(n).padStart(5, '0')}`
        await acme.admin.post('/api/v1/maker', { name }).expect(201)
        names.push(name)
        await sleep(15)
      }
    }
    const writing = write()
    const process = processOf(running)
    await sleep(2_000)
    process.kill('SIGKILL')
    await sleep(2_000)
    await process.start()
    await sleep(3_000)
    process.kill('SIGSTOP')
    await sleep(15_000)
    const writtenMeanwhile = names.length
    process.kill('SIGCONT')
    await sleep(2_000)
    state.ended = true
    await writing
    expect(writtenMeanwhile).toBeGreaterThan(200)
    const own = { acme, events, ...rest }
    await expect.poll(() => took(own), { timeout: 60_000, interval: 250 }).toHaveLength(names.length)
    expect(await took(own)).toEqual(names)
    expect((await health(own)).status).toBe('healthy')
  })

  test('a host that starts while it is silent starts, says so in its health, and recovers without a restart', async () => {
    const running = await started()
    processOf(running).kill('SIGSTOP')
    const own = await hostOn(running)
    await own.acme.admin.post('/api/v1/maker', { name: 'written in silence' }).expect(201)
    await expect.poll(() => health(own), { timeout: 20_000 }).toMatchObject({ status: 'degraded', degraded: [{ setting: 'KAFKA_BROKERS' }] })
    expect((await own.superAdmin.get<{ detail: { code: string } }>('/api/v1/monitor/kafka/topics').expect(503)).detail.code).toBe('MONITORING_BROKERS_AWAY')
    await own.client('localhost').get('/health/ready').expect(200)
    processOf(running).kill('SIGCONT')
    await expect.poll(() => took(own), { timeout: 40_000, interval: 250 }).toEqual(['written in silence'])
    await expect.poll(() => health(own), { timeout: 20_000 }).toMatchObject({ status: 'healthy' })
  })

  test('a wrong password is said in the health, by the settings to look at; the right one is taken', async () => {
    const { url, folder } = await started({ users: { innoerp: 'right-password' } })
    const logs = new LogFiles({ home: folder, debug: false })
    const found = async (password: string): Promise<readonly unknown[] | undefined> => {
      const settings: KafkaSettings = { brokers: [url], isTls: false, login: { mechanism: 'scram-sha-512', username: 'innoerp', password }, replication: 1 }
      const asker = createAsker(createKafka(settings, logs.logger('events-service', 'kafka')))
      const engines = createEngineHealth()
      engines.report('KAFKA_BROKERS', 'not asked yet')
      const stop = watchBrokers(asker, engines)
      await expect.poll(() => engines.degradations(), { timeout: 20_000 }).not.toMatchObject([{ message: 'not asked yet' }])
      stop()
      await asker.close()
      return engines.degradations()
    }
    expect(await found('wrong-password')).toMatchObject([{ setting: 'KAFKA_BROKERS', message: expect.stringContaining('refuse KAFKA_USERNAME and KAFKA_PASSWORD') }])
    expect(await found('right-password')).toEqual([])
    await logs.close()
  })
})
