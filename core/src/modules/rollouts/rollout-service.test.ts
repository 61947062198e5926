import { expect, test } from 'vitest'
import { membersOf } from './rollout-service.js'

const having = ['d', 'a', 'c', 'b', 'e']

test('a percentage counts those that earlier waves moved, and always meets the same ones first', () => {
  expect(membersOf({ percent: 40 }, { moved: new Set(), having })).toEqual(['a', 'b'])
  expect(membersOf({ percent: 60 }, { moved: new Set(['a', 'b']), having })).toEqual(['c'])
  expect(membersOf({ percent: 100 }, { moved: new Set(['c']), having })).toEqual(['a', 'b', 'd', 'e'])
  expect(membersOf({ percent: 1 }, { moved: new Set(), having })).toEqual(['a'])
})
test('named organizations are moved once, and only those that have the module', () => {
  expect(membersOf({ organizations: ['b', 'z', 'a'] }, { moved: new Set(['a']), having })).toEqual(['b'])
})
