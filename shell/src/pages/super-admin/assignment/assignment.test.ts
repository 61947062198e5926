import { describe, expect, test } from 'vitest'
import { kindOf, quotaOf } from './assignment'

describe('a range', () => {
  test.each([
    ['stable', 'stable'],
    ['beta', 'beta'],
    ['2.4.1', 'exact'],
    ['2.6.0-beta.1', 'exact'],
    ['1.1.0-dev.0a1b2c3d', 'exact'],
    ['^2.4.1', 'range'],
    ['2.x', 'range'],
    ['>=1.0.0 <3.0.0', 'range'],
  ])('%s is %s', (range, kind) => expect(kindOf(range)).toBe(kind))
})

describe('a limit', () => {
  test('is a whole number, or nothing', () => {
    expect(quotaOf(' 600 ')).toBe(600)
    expect(quotaOf('0')).toBe(0)
    expect(quotaOf(' ')).toBeNull()
  })
  test.each(['-1', '1.5', 'many', '1e3'])('%s is none', (text) => expect(quotaOf(text)).toBeUndefined())
})
