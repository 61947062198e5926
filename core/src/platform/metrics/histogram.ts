const FIRST_US = 64
const PER_OCTAVE = 4
/** 64 µs to 67 s, each bucket 19 % wider than the one before it. */
export const BUCKETS = 80

export const noCounts = (): number[] => Array.from({ length: BUCKETS }, () => 0)

/** The bucket of a duration. What is shorter or longer than the scale counts in the first or the last one. */
export function bucketOf(ms: number): number {
  const at = Math.ceil(Math.log2((ms * 1_000) / FIRST_US) * PER_OCTAVE)
  return at > 0 ? Math.min(at, BUCKETS - 1) : 0
}

/**
 * The duration in ms that `share` of the counted ones do not exceed, within 9 %; 0 where nothing was counted.
 * @param counts counts by bucket; buckets at the end may be missing
 * @param share 0 to 1, e.g. 0.99
 */
export function quantile(counts: readonly number[], share: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return 0
  const wanted = Math.ceil(total * share)
  let seen = 0
  const at = counts.findIndex((count) => (seen += count) >= wanted)
  // In the middle of the bucket, on its own scale.
  const us = FIRST_US * 2 ** ((at - 0.5) / PER_OCTAVE)
  return Math.round(us / 10) / 100
}
