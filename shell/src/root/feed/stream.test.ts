import { describe, expect, it } from 'vitest'
import { waitAfter } from './stream'

describe('waiting before the next attempt', () => {
  it('grows with every failure, up to half a minute', () => {
    expect([1, 2, 3, 4].map((failures) => waitAfter(failures, 1))).toEqual([500, 1000, 2000, 4000])
    expect(waitAfter(50, 1)).toBe(30_000)
  })

  it('differs from tab to tab, by at most a half', () => {
    expect(waitAfter(3, 0)).toBe(1000)
    expect(waitAfter(3, 0.5)).toBe(1500)
  })
})
