import { expect, test } from 'vitest'
import { membersOf } from './rollout-moves.js'

const reachable = ['d', 'a', 'c', 'b', 'e']

test('a percentage counts those that earlier waves moved, and always meets the same ones first', () => {
  expect(membersOf({ percent: 40 }, { moved: new Set(), reachable })).toEqual(['a', 'b'])
  expect(membersOf({ percent: 60 }, { moved: new Set(['a', 'b']), reachable })).toEqual(['c'])
  expect(membersOf({ percent: 100 }, { moved: new Set(['c']), reachable })).toEqual(['a', 'b', 'd', 'e'])
  expect(membersOf({ percent: 1 }, { moved: new Set(), reachable })).toEqual(['a'])
})
test('named organizations are moved once, and only those that can be reached', () => {
  expect(membersOf({ organizations: ['b', 'z', 'a'] }, { moved: new Set(['a']), reachable })).toEqual(['b'])
})
