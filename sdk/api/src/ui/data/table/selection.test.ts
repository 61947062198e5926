import { describe, expect, test } from 'vitest'
import { NO_SELECTION, extendTo, headState, keepPresent, toggleAll, toggleRow } from './selection.js'

const order = ['a', 'b', 'c', 'd']
const ids = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].toSorted()

test('a row is chosen and let go', () => {
  const one = toggleRow(NO_SELECTION, 'b')
  expect(ids(one)).toEqual(['b'])
  expect(ids(toggleRow(one, 'b'))).toEqual([])
})

describe('a range', () => {
  test('runs from the last toggled row in either direction and keeps what was chosen before', () => {
    const start = toggleRow(toggleRow(NO_SELECTION, 'd'), 'c')
    expect(ids(extendTo(start, order, 'a'))).toEqual(['a', 'b', 'c', 'd'])
    expect(ids(extendTo(toggleRow(NO_SELECTION, 'b'), order, 'd'))).toEqual(['b', 'c', 'd'])
  })

  test('keeps its anchor, so it can shrink and grow from the same row', () => {
    const long = extendTo(toggleRow(NO_SELECTION, 'a'), order, 'c')
    expect(long.anchor).toBe('a')
  })

  test('without an anchor is the row itself', () => {
    expect(ids(extendTo(NO_SELECTION, order, 'b'))).toEqual(['b'])
  })
})

test('all rows, then none', () => {
  const all = toggleAll(toggleRow(NO_SELECTION, 'a'), order)
  expect(ids(all)).toEqual(order)
  expect(ids(toggleAll(all, order))).toEqual([])
  expect(ids(toggleAll(NO_SELECTION, []))).toEqual([])
})

test('rows that went are no longer chosen', () => {
  const selection = toggleAll(NO_SELECTION, order)
  expect(ids(keepPresent(selection, ['b', 'd']))).toEqual(['b', 'd'])
  expect(keepPresent(selection, [...order, 'e'])).toBe(selection)
})

test('the head shows none, some or all', () => {
  expect(headState(NO_SELECTION, order)).toBe('none')
  expect(headState(toggleRow(NO_SELECTION, 'a'), order)).toBe('some')
  expect(headState(toggleAll(NO_SELECTION, order), order)).toBe('all')
})
