import { expect, test } from 'vitest'
import { arranged, changed, moved, parsed, toKeep } from './arrangement'

const placed = (...ids: string[]) => ids.map((id) => ({ id, wide: false, hidden: false }))
const idsOf = (all: readonly { id: string }[]) => all.map(({ id }) => id).join('')

test('widgets stand in the kept order, new ones at the end, and those of modules that left nowhere', () =>
  expect(idsOf(arranged([{ id: 'a', wide: false }, { id: 'b', wide: false }, { id: 'n', wide: true }], placed('x', 'b', 'a')))).toBe('ban'))

test('a widget moves to its place, and never beyond the ends', () => {
  expect(idsOf(moved(placed('a', 'b', 'c'), 'a', 2))).toBe('bca')
  expect(idsOf(moved(placed('a', 'b', 'c'), 'c', 0))).toBe('cab')
  expect(idsOf(moved(placed('a', 'b', 'c'), 'a', -1))).toBe('abc')
  expect(idsOf(moved(placed('a', 'b', 'c'), 'c', 3))).toBe('abc')
})

test('one alone is changed', () => expect(changed(placed('a', 'b'), 'b', { hidden: true }).map(({ hidden }) => hidden)).toEqual([false, true]))

test('places of modules that are away are kept', () => expect(idsOf(toKeep(placed('b', 'a'), placed('a', 'x', 'b')))).toBe('bax'))

test('what cannot be read is nothing', () => {
  expect(parsed('{')).toEqual([])
  expect(parsed('{"id":1}')).toEqual([])
  expect(parsed('[{"id":"a","wide":true,"hidden":false},{"id":3}]')).toEqual([{ id: 'a', wide: true, hidden: false }])
})
