import type { FastifyReply } from 'fastify'
import type { Assignment } from '../../platform/http/site.js'
import { shareHeaders } from '../../platform/limits/share-headers.js'
import { judged, type RateLimiter } from '../../platform/limits/rate-limiter.js'
import { quotaErrors } from '../../platform/limits/quota-errors.js'

const MINUTE_MS = 60_000

/**
 * Counts a request against what the organization may ask of this module in a minute, and says in the answer what is left
 * (`RateLimit-Limit`, `-Remaining`, `-Reset`, in seconds). Costs nothing where there is no quota.
 * @throws QUOTA_REQUESTS (429) with `Retry-After`
 */
export function holdToQuota(limits: RateLimiter, reply: FastifyReply, { organizationId, assignment }: { organizationId: string; assignment: Assignment }): void | Promise<void> {
  const { requests_per_minute: max } = assignment.quota
  if (max === null) return
  return judged(limits.take(`quota:${organizationId}:${assignment.module_id}`, { max, windowMs: MINUTE_MS }), (share) => {
    void reply.headers(shareHeaders(max, share))
    if (share.isOver) throw quotaErrors.REQUESTS({ values: { max, seconds: share.resetSeconds }, retryAfter: share.resetSeconds })
  })
}
