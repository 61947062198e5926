import { describe, expect, test } from 'vitest'
import { isChanged, readListState, writeListState, type ListDefaults, type ListState } from './list-state.js'

const defaults: ListDefaults = {
  sort: 'name',
  views: [
    { id: 'all', label: 'all' },
    { id: 'mine', label: 'mine', filters: [{ field: 'owner_id', values: ['u1'] }], sort: '-updated_at' },
  ],
}
const read = (text: string) => readListState(new URLSearchParams(text), defaults)
const write = (state: Partial<ListState>, from = '') =>
  writeListState(new URLSearchParams(from), { ...read(''), ...state }, defaults).toString()

describe('reading', () => {
  test('an empty address is the first view with its defaults', () => {
    expect(read('')).toEqual({ view: 'all', search: '', sort: 'name', filters: [], open: undefined })
  })

  test('a view brings its filters and its sort', () => {
    expect(read('view=mine')).toMatchObject({ sort: '-updated_at', filters: [{ field: 'owner_id', values: ['u1'] }] })
  })

  test('filters in the address replace those of the view', () => {
    expect(read('view=mine&f.country=DE&f.country=DK').filters).toEqual([{ field: 'country', values: ['DE', 'DK'] }])
    expect(read('view=mine&f=none').filters).toEqual([])
  })

  test('an unknown view is the first one', () => {
    expect(read('view=gone').view).toBe('all')
  })
})

describe('writing', () => {
  test('what the view says is not said again', () => {
    expect(write({})).toBe('')
    expect(write({ view: 'mine', filters: [{ field: 'owner_id', values: ['u1'] }], sort: '-updated_at' })).toBe('view=mine')
  })

  test('other parameters stay, old filters go', () => {
    expect(write({ filters: [{ field: 'status', values: ['open'] }] }, 'tab=2&f.country=DE')).toBe('tab=2&f.status=open')
  })

  const states: Partial<ListState>[] = [
    { search: 'a&b=c', sort: '-name', open: 'id-1' },
    { view: 'mine', filters: [] },
    { view: 'mine', filters: [{ field: 'country', values: ['DE', 'x,y'] }], sort: 'name' },
  ]
  test.each(states)('what is written is read again: %j', (state) => {
    const whole = { ...read(''), ...state }
    expect(readListState(writeListState(new URLSearchParams(), whole, defaults), defaults)).toEqual(whole)
  })
})

test('isChanged sees search and filters, not the sort', () => {
  expect(isChanged(read('view=mine&sort=name'), defaults)).toBe(false)
  expect(isChanged(read('view=mine&f=none'), defaults)).toBe(true)
  expect(isChanged(read('q=a'), defaults)).toBe(true)
})
