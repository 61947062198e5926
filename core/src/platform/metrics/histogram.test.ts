import { expect, test } from 'vitest'
import { BUCKETS, bucketOf, noCounts, quantile } from './histogram.js'

const histogram = (durations: readonly number[]): number[] => {
  const counts = noCounts()
  for (const ms of durations) counts[bucketOf(ms)] = (counts[bucketOf(ms)] ?? 0) + 1
  return counts
}

test('a quantile is within 9 % of the true one', () => {
  const durations = Array.from({ length: 10_000 }, (_, n) => 0.2 * 1.0012 ** n).sort((a, b) => a - b)
  const counts = histogram(durations)
  for (const share of [0.01, 0.5, 0.9, 0.99]) {
    const truth = durations[Math.ceil(durations.length * share) - 1] ?? 0
    expect(Math.abs(quantile(counts, share) / truth - 1)).toBeLessThan(0.1)
  }
})

test('histograms add up bucket by bucket', () => {
  const [fast, slow] = [histogram(Array.from({ length: 99 }, () => 1)), histogram([500])]
  const both = fast.map((count, at) => count + (slow[at] ?? 0))
  expect(quantile(both, 0.5)).toBeCloseTo(1, 0)
  expect(quantile(both, 1)).toBeGreaterThan(450)
})

test('nothing is 0, the impossible stays on the scale', () => {
  expect(quantile([], 0.99)).toBe(0)
  expect([bucketOf(0), bucketOf(-1), bucketOf(1e9)]).toEqual([0, 0, BUCKETS - 1])
})
