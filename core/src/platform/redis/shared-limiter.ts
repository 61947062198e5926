import type { RateLimiter, Share } from '../limits/rate-limiter.js'
import { keyIn } from './keys.js'
import type { RedisLink } from './link.js'

/**
 * Counts within fixed windows, together with all other instances: one round trip each. Every instance counts for itself as well, and
 * while Redis is away its own count decides, which is never less strict than one instance alone would be.
 */
export function createSharedLimiter(link: RedisLink, own: RateLimiter<Share>): RateLimiter {
  const { kind } = link.place
  const take: RateLimiter['take'] = async (key, limit) => {
    const ofOwn = own.take(key, limit)
    try {
      const [count, leftMs] = await link.run((client) => client.countInWindow(keyIn(kind, key), limit.windowMs))
      return { remaining: Math.max(0, limit.max - count), resetSeconds: Math.max(1, Math.ceil(leftMs / 1_000)), isOver: count > limit.max }
    } catch {
      return ofOwn
    }
  }
  return {
    take,
    hit: async (key, limit) => {
      if (limit.max === 0) return 0
      const { isOver, resetSeconds } = await take(key, limit)
      return isOver ? resetSeconds : 0
    },
    clear: async (key) => {
      own.clear(key)
      await link.run((client) => client.del(keyIn(kind, key))).catch(() => {}) // the window ends by itself
    },
  }
}
