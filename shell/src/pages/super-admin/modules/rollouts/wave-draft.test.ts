import { describe, expect, test } from 'vitest'
import { budgetOf, orderOf, percentOf } from './wave-draft'

describe('a wave', () => {
  test('of a share is above 0 and at most 100 percent, in both ways to write it', () => {
    expect(percentOf('12,5')).toBe(12.5)
    expect(['0', '101', '', 'all'].map(percentOf)).toEqual([undefined, undefined, undefined, undefined])
  })
  test('is sent once it says whom it moves', () => {
    const draft = { key: 1, organizations: [], percent: '' }
    expect(orderOf({ ...draft, kind: 'organizations' })).toBeUndefined()
    expect(orderOf({ ...draft, kind: 'organizations', organizations: ['a'] })).toEqual({ organizations: ['a'] })
    expect(orderOf({ ...draft, kind: 'percent', percent: '100' })).toEqual({ percent: 100 })
  })
})

test('the error budget is a share, or nothing', () => {
  expect(budgetOf('0.5')).toBe(0.005)
  expect(budgetOf('')).toBeNull()
  expect(budgetOf('-1')).toBeUndefined()
})
