import { describe, expect, test } from 'vitest'
import { rowAfter, tableCommand } from './table-keys.js'

const press = (key: string, more: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  tableCommand({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more })

describe('tableCommand', () => {
  test.each([
    ['ArrowDown', 'next'],
    ['j', 'next'],
    ['ArrowUp', 'previous'],
    ['k', 'previous'],
    [' ', 'peek'],
    ['x', 'select'],
    ['Home', 'first'],
    ['End', 'last'],
  ])('%s is %s', (key, command) => expect(press(key)).toBe(command))

  test('Shift extends', () => {
    expect(press('ArrowDown', { shiftKey: true })).toBe('extendNext')
    expect(press('K', { shiftKey: true })).toBe('extendPrevious')
  })

  test('chords and Enter are left to the browser', () => {
    expect(press('j', { ctrlKey: true })).toBeUndefined()
    expect(press('ArrowUp', { altKey: true })).toBeUndefined()
    expect(press('Enter')).toBeUndefined()
  })
})

describe('rowAfter', () => {
  const order = ['a', 'b', 'c']
  test('moves by one and stays at the ends', () => {
    expect(rowAfter(order, 'a', 'next')).toBe('b')
    expect(rowAfter(order, 'c', 'next')).toBe('c')
    expect(rowAfter(order, 'a', 'previous')).toBe('a')
  })

  test('begins at the near end when no row is current', () => {
    expect(rowAfter(order, undefined, 'next')).toBe('a')
    expect(rowAfter(order, undefined, 'previous')).toBe('c')
    expect(rowAfter(order, 'gone', 'next')).toBe('a')
  })

  test('knows the ends and an empty list', () => {
    expect(rowAfter(order, 'b', 'last')).toBe('c')
    expect(rowAfter(order, 'b', 'first')).toBe('a')
    expect(rowAfter([], 'b', 'next')).toBeUndefined()
  })
})
