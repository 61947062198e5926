import { expect, test } from 'vitest'
import { nameOf, periodOf, PERIODS } from './periods.js'

test('months have their last day, and the month before January is last year’s December', () => {
  expect(periodOf('month', '2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  expect(periodOf('last_month', '2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' })
  expect(periodOf('last_year', '2026-11-24')).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  expect(periodOf('all', '2026-11-24')).toEqual({})
})

test('a period is known again by its days', () => {
  expect(PERIODS.map((name) => nameOf(periodOf(name, '2026-11-24'), '2026-11-24'))).toEqual([...PERIODS])
  expect(nameOf({ from: '2026-11-02', to: '2026-11-30' }, '2026-11-24')).toBeUndefined()
})
