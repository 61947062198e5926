import type { Share } from './rate-limiter.js'

/** What is left of a limit, for the answer: `RateLimit-Limit`, `-Remaining`, and `-Reset` in seconds. */
export const shareHeaders = (max: number, { remaining, resetSeconds }: Share): Record<string, string> => ({
  'ratelimit-limit': String(max),
  'ratelimit-remaining': String(remaining),
  'ratelimit-reset': String(resetSeconds),
})
