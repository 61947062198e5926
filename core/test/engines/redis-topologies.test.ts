import { afterEach, describe, expect, test } from 'vitest'
import { startEngine, whyNotHere, type RunningEngine } from '../../../infra/local/start.mjs'
import { loadConfig } from '../../src/config/config.js'
import { openBus, type Bus, type Change } from '../../src/platform/bus.js'
import { createEngineHealth, type EngineHealth } from '../../src/platform/engine-health.js'
import { createRateLimiter, type RateLimiter } from '../../src/platform/limits/rate-limiter.js'
import { openRedisLink, type RedisLink } from '../../src/platform/redis/link.js'
import { redisChannel } from '../../src/platform/redis/redis-channel.js'
import { createSharedLimiter } from '../../src/platform/redis/shared-limiter.js'

const LIMIT = { max: 1_000, windowMs: 60_000 }
const ORGANIZATION = '0193a8f0-0000-7000-8000-000000000001'

interface Instance {
  health: EngineHealth
  link: RedisLink
  limits: RateLimiter
  bus: Bus
  heard: Change[]
}

const why = (await whyNotHere('redis-sentinel')) ?? (await whyNotHere('redis-cluster'))

/** What two instances share through Redis alone. */
describe.skipIf(why !== undefined)('two instances', () => {
  const endings: (() => Promise<void> | void)[] = []
  afterEach(async () => {
    for (const end of endings.splice(0).toReversed()) await end()
  })

  const start = async (name: string): Promise<RunningEngine> => {
    const engine = await startEngine(name, { port: 0 })
    endings.push(() => engine.stop())
    return engine
  }
  const instance = async (engine: RunningEngine): Promise<Instance> => {
    const settings = Object.fromEntries(engine.url.split(' ').map((pair) => pair.split('=')))
    const place = loadConfig(settings, { home: '/tmp' }).redis
    if (!place) throw new Error('No Redis is configured.')
    const health = createEngineHealth()
    const link = await openRedisLink(place, health)
    const own = createRateLimiter()
    const bus = await openBus([redisChannel(link, 'changes of a test')])
    const heard: Change[] = []
    bus.on((change) => void heard.push(change))
    endings.push(() => own.close(), () => link.close(), () => bus.close())
    return { health, link, limits: createSharedLimiter(link, own), bus, heard }
  }
  const hears = async (from: Instance, to: Instance, id: string): Promise<void> => {
    await from.bus.announce({ kind: 'user', id })
    await expect.poll(() => to.heard, { timeout: 1_000, interval: 10 }).toContainEqual({ kind: 'user', id })
  }

  test('behind Sentinels keep their counts when the master dies, and hear each other again', async () => {
    const engine = await start('redis-sentinel')
    const [a, b] = [await instance(engine), await instance(engine)]
    for (const { limits } of [a, b]) for (let hit = 0; hit < 5; hit += 1) await limits.take('key', LIMIT)
    expect(await a.limits.take('key', LIMIT)).toMatchObject({ remaining: LIMIT.max - 11 })
    await hears(a, b, 'before')
    engine.processes.master?.kill('SIGKILL')
    // Counted by itself meanwhile, at once.
    await expect.poll(async () => (await a.limits.take('key', LIMIT), a.health.degradations().length), { timeout: 5_000, interval: 20 }).toBe(1)
    await expect.poll(() => a.link.isUp() && b.link.isUp(), { timeout: 30_000, interval: 100 }).toBe(true)
    const { remaining } = await b.limits.take('key', LIMIT)
    expect(remaining).toBeLessThan(LIMIT.max - 10)
    await expect.poll(() => [a, b].every(({ heard }) => heard.some(({ kind }) => kind === 'catalogue')), { timeout: 30_000, interval: 100 }).toBe(true)
    await hears(a, b, 'after')
    expect(a.health.degradations()).toEqual([])
  })

  test('on a Cluster count together and hear each other; keys of one organization lie together', async () => {
    const engine = await start('redis-cluster')
    const [a, b] = [await instance(engine), await instance(engine)]
    for (let key = 0; key < 30; key += 1) {
      await a.limits.take(`ratelimit:${key}`, LIMIT)
      expect(await b.limits.take(`ratelimit:${key}`, LIMIT)).toMatchObject({ remaining: LIMIT.max - 2 })
    }
    await hears(a, b, 'one')
    await hears(b, a, 'two')
    for (const name of ['crm', 'hr', 'finance']) await a.limits.take(`quota:${ORGANIZATION}:${name}`, LIMIT)
    const nodes = await a.link.run(async (client) => ('nodes' in client ? client.nodes('master') : []))
    const found = await Promise.all(nodes.map((node) => node.keys('quota:*')))
    expect(found.filter((keys) => keys.length > 0).map((keys) => keys.toSorted())).toEqual([['crm', 'finance', 'hr'].map((name) => `quota:{${ORGANIZATION}}:${name}`)])
  })
})
