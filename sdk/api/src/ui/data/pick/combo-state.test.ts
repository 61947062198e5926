import { describe, expect, test } from 'vitest'
import { CLOSED, comboReducer, type ComboState } from './combo-state.js'

const open: ComboState = { open: true, query: null, active: 0 }

describe('arrows', () => {
  test('open the list at the end they come from', () => {
    expect(comboReducer(CLOSED, { type: 'move', step: 1, count: 3 })).toEqual({ open: true, query: null, active: 0 })
    expect(comboReducer(CLOSED, { type: 'move', step: -1, count: 3 }).active).toBe(2)
  })

  test('go round', () => {
    expect(comboReducer({ ...open, active: 2 }, { type: 'move', step: 1, count: 3 }).active).toBe(0)
    expect(comboReducer(open, { type: 'move', step: -1, count: 3 }).active).toBe(2)
  })

  test('find nothing in an empty list', () => {
    expect(comboReducer(open, { type: 'move', step: 1, count: 0 }).active).toBe(-1)
  })
})

test('typing opens the list at its first option; an emptied input takes none', () => {
  expect(comboReducer(CLOSED, { type: 'type', text: 'ma' })).toEqual({ open: true, query: 'ma', active: 0 })
  expect(comboReducer(open, { type: 'type', text: '' })).toEqual({ open: true, query: '', active: -1 })
})

test('closing forgets what was typed', () => {
  expect(comboReducer({ open: true, query: 'ma', active: 1 }, { type: 'close' })).toEqual(CLOSED)
})
