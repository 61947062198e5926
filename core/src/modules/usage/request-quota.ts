import type { FastifyReply } from 'fastify'
import type { Assignment } from '../../platform/http/site.js'
import type { RateLimiter } from '../../platform/limits/rate-limiter.js'
import { quotaErrors } from '../../platform/limits/quota-errors.js'

const MINUTE_MS = 60_000

/**
 * Counts a request against what the organization may ask of this module in a minute, and says in the answer what is left
 * (`RateLimit-Limit`, `-Remaining`, `-Reset`, in seconds). Costs nothing where there is no quota.
 * @throws QUOTA_REQUESTS (429) with `Retry-After`
 */
export function holdToQuota(limits: RateLimiter, reply: FastifyReply, { organizationId, assignment }: { organizationId: string; assignment: Assignment }): void {
  const { requests_per_minute: max } = assignment.quota
  if (max === null) return
  const { remaining, resetSeconds, isOver } = limits.take(`quota:${organizationId}:${assignment.module_id}`, { max, windowMs: MINUTE_MS })
  void reply.headers({ 'ratelimit-limit': String(max), 'ratelimit-remaining': String(remaining), 'ratelimit-reset': String(resetSeconds) })
  if (isOver) throw quotaErrors.REQUESTS({ values: { max, seconds: resetSeconds }, retryAfter: resetSeconds })
}
