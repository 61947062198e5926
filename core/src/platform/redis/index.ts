import type { RedisPlace } from '../../config/redis-settings.js'
import { channelName, openBus, type Bus, type OpenChannel } from '../bus.js'
import type { Database } from '../database/database.js'
import { notifyChannel } from '../database/notify-channel.js'
import type { EngineHealth } from '../engine-health.js'
import { createRateLimiter, type RateLimiter } from '../limits/rate-limiter.js'

/** What instances share: counts of limits, and what they tell each other. */
export interface Shared {
  bus: Bus
  limits: RateLimiter
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
 * @throws SettingsError where the Redis cannot be used
 */
export async function openShared({ place, database, secretKey, health }: SharedDeps): Promise<Shared> {
  const name = channelName(secretKey)
  const byDatabase = notifyChannel(database, name)
  const own = createRateLimiter()
  if (!place) {
    const bus = await openBus([byDatabase])
    return { bus, limits: own, close: () => closeAll(own, bus) }
  }
  const [{ openRedisLink }, { createSharedLimiter }, { redisChannel }] = await Promise.all([import('./link.js'), import('./shared-limiter.js'), import('./redis-channel.js')])
  const link = await openRedisLink(place, health)
  const channels: OpenChannel[] = [redisChannel(link, name), byDatabase]
  const bus = await openBus(channels)
  return { bus, limits: createSharedLimiter(link, own), close: () => closeAll(own, bus, link) }
}

async function closeAll(own: { close(): void }, ...rest: { close(): Promise<void> }[]): Promise<void> {
  own.close()
  for (const one of rest) await one.close()
}
