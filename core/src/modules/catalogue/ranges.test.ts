import { describe, expect, test } from 'vitest'
import { channelsOf, isRange, resolveRange } from './ranges.js'

const active = ['1.0.0', '1.1.0', '2.0.0', '2.1.0-rc.1', '1.1.0-dev.0a1b2c3d']

describe('channels', () => {
  test('stable is the newest release, beta the newest pre-release; an edited checkout’s version is neither', () => {
    expect(channelsOf(active, {})).toEqual({ stable: '2.0.0', beta: '2.1.0-rc.1' })
    expect(channelsOf(['1.1.0-dev.0a1b2c3d'], {})).toEqual({ stable: null, beta: null })
  })
  test('what was set holds while it is active', () => {
    expect(channelsOf(active, { stable: '1.1.0-dev.0a1b2c3d' }).stable).toBe('1.1.0-dev.0a1b2c3d')
    expect(channelsOf(active, { stable: '9.0.0' }).stable).toBe('2.0.0')
  })
})

describe('a range stands for', () => {
  const on = { active, channels: channelsOf(active, {}) }
  test.each([
    ['^1.0.0', '1.1.0'],
    ['~1.0.0', '1.0.0'],
    ['>=1.0.0 <3.0.0', '2.0.0'],
    ['2.1.0-rc.1', '2.1.0-rc.1'],
    ['1.1.0-dev.0a1b2c3d', '1.1.0-dev.0a1b2c3d'],
    ['stable', '2.0.0'],
    ['beta', '2.1.0-rc.1'],
    ['^99.0.0', undefined],
    ['1.2.3', undefined],
  ])('%s: %s', (range, version) => expect(resolveRange(range, on)).toBe(version))
  test('words that are no range are told apart', () => {
    expect(['stable', '1.x', '1.0.0'].map(isRange)).toEqual([true, true, true])
    expect(['???', 'nightly', '1.0.0.0'].map(isRange)).toEqual([false, false, false])
  })
})
