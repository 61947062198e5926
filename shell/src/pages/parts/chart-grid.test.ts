import { expect, test } from 'vitest'
import { gridOf } from './chart-grid'

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [42, [0, 20, 40, 60]],
  [100, [0, 25, 50, 75, 100]],
  [1234, [0, 500, 1000, 1500]],
])('%d stands below lines at %j', (largest, ticks) => expect(gridOf(largest)).toEqual({ top: ticks.at(-1), ticks }))

test('there are never more than four lines above 0, all of whole numbers, and the largest value fits', () => {
  for (let value = 1; value < 3_000; value += 7) {
    const { top, ticks } = gridOf(value)
    expect(ticks.length).toBeLessThanOrEqual(5)
    expect(ticks.every(Number.isInteger)).toBe(true)
    expect(top).toBeGreaterThanOrEqual(value)
  }
})
