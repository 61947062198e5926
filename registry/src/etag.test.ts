import { describe, expect, it } from 'vitest'
import { etagOf, isCurrent } from './etag.js'

describe('entity tags', () => {
  it('differ with every part, and with where a part ends', () => {
    const tags = [etagOf('a', 'b'), etagOf('ab'), etagOf('a', 'c'), etagOf('a,b')]
    expect(new Set(tags).size).toBe(4)
    expect(etagOf('a', 'b')).toBe(tags[0])
  })

  it('are compared with every candidate, weak or strong', () => {
    const etag = etagOf('a')
    expect([etag, `W/${etag}`, `"x", ${etag}`, '*'].map((header) => isCurrent(header, etag))).toEqual([true, true, true, true])
    expect([undefined, '', '"x"', 'W/*x'].map((header) => isCurrent(header, etag))).toEqual([false, false, false, false])
  })
})
