import type { RedisPlace } from '../../config/redis-settings.js'
import { channelName, openBus } from '../bus.js'
import type { Database } from '../database/database.js'
import { notifyChannel } from '../database/notify-channel.js'
import type { EngineHealth } from '../engine-health.js'
import { createRateLimiter } from '../limits/rate-limiter.js'
import type { Platform } from '../platform.js'

/** What instances share: counts of limits, and what they tell each other. */
export interface Shared {
  ports: Pick<Platform, 'bus' | 'limits' | 'cacheEngine'>
  close(): Promise<void>
}
export interface SharedDeps {
  place: RedisPlace | undefined
  database: Database
  secretKey: string
  health: EngineHealth
}

/**
 * By Redis where one is configured; its client is loaded only then. Changes go by the database as well: a revocation reaches everybody
 * while one of the two works.
 * @throws SettingsError where the Redis cannot be used; the database is closed then
 */
export async function openShared(deps: SharedDeps): Promise<Shared> {
  try {
    return await (deps.place ? throughRedis(deps, deps.place) : inMemory(deps))
  } catch (error) {
    await deps.database.close()
    throw error
  }
}

async function inMemory({ database, secretKey }: SharedDeps): Promise<Shared> {
  const limits = createRateLimiter()
  const bus = await openBus([notifyChannel(database, channelName(secretKey))])
  return { ports: { bus, limits, cacheEngine: undefined }, close: () => closeAll(limits, bus) }
}

async function throughRedis({ database, secretKey, health }: SharedDeps, place: RedisPlace): Promise<Shared> {
  const [{ openRedisLink }, { createSharedLimiter }, { redisChannel }, { redisEngine }] = await Promise.all([
    import('./link.js'),
    import('./shared-limiter.js'),
    import('./redis-channel.js'),
    import('./redis-engine.js'),
  ])
  const name = channelName(secretKey)
  const link = await openRedisLink(place, health)
  const bus = await openBus([redisChannel(link, name), notifyChannel(database, name)])
  const own = createRateLimiter()
  return { ports: { bus, limits: createSharedLimiter(link, own), cacheEngine: redisEngine(link) }, close: () => closeAll(own, bus, link) }
}

async function closeAll(own: { close(): void }, ...rest: { close(): Promise<void> }[]): Promise<void> {
  own.close()
  for (const one of rest) await one.close()
}
