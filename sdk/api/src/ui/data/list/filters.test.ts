import { describe, expect, test } from 'vitest'
import { filter, filterParams, sameFilters, withFilter } from './filters.js'

const fields = [
  filter.choice('country', ['DE', 'DK'], { multiple: true }),
  filter.choice('status', ['open', 'done']),
  filter.person('owner_id'),
]

describe('filterParams', () => {
  test('sends a list only where the server takes several values', () => {
    const filters = [
      { field: 'country', values: ['DE', 'DK'] },
      { field: 'status', values: ['open', 'done'] },
    ]
    expect(filterParams(filters, fields)).toEqual({ country: ['DE', 'DK'], status: 'open' })
  })

  test('leaves out fields that the list does not know, so an old address never becomes a refusal', () => {
    expect(filterParams([{ field: 'colour', values: ['blue'] }], fields)).toEqual({})
  })
})

describe('withFilter', () => {
  const filters = [{ field: 'status', values: ['open'] }]

  test('replaces in place and appends what is new', () => {
    expect(withFilter(filters, { field: 'status', values: ['done'] })).toEqual([{ field: 'status', values: ['done'] }])
    expect(withFilter(filters, { field: 'country', values: ['DE'] })).toEqual([...filters, { field: 'country', values: ['DE'] }])
  })

  test('removes a filter without values', () => {
    expect(withFilter(filters, { field: 'status', values: [] })).toEqual([])
  })
})

test('sameFilters ignores order and sees every difference', () => {
  const a = [{ field: 'country', values: ['DE', 'DK'] }, { field: 'status', values: ['open'] }]
  expect(sameFilters(a, [{ field: 'status', values: ['open'] }, { field: 'country', values: ['DK', 'DE'] }])).toBe(true)
  expect(sameFilters(a, [{ field: 'country', values: ['DE'] }, { field: 'status', values: ['open'] }])).toBe(false)
  expect(sameFilters(a, a.slice(0, 1))).toBe(false)
})
