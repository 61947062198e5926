import { requestErrors } from '../errors/core-errors.js'
import type { Limit, RateLimiter } from './rate-limiter.js'

/**
 * Counts one more under `key`.
 * @throws REQUEST_THROTTLED (429) with `Retry-After` when that is over the limit
 */
export async function throttle(limits: RateLimiter, key: string, limit: Limit): Promise<void> {
  const seconds = await limits.hit(key, limit)
  if (seconds > 0) throw requestErrors.THROTTLED({ values: { seconds }, retryAfter: seconds })
}
