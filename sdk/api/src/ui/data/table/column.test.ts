import { expect, test } from 'vitest'
import { alignOf, makeColumn, nextSort, rowLink, rowTitle, tableWidth, type Column } from './column.js'
import { phoneRowOf } from './phone-row.js'

interface Row {
  id: string
  name: string
  city: string
  value: string
}
const row: Row = { id: 'r1', name: 'Aarhus', city: 'Aarhus C', value: '12' }
const make = (kind: Column<Row>['kind'], key: keyof Row, more: object = {}) =>
  makeColumn<Row>({ kind, key, render: (record) => record[key], ...more })

test('a column has label, sort and width of its kind unless it says otherwise', () => {
  expect(make('money', 'value')).toMatchObject({ label: 'field.value', sort: 'value', width: 132, optional: false })
  const own = { label: 'open', sort: 'open_value', width: 90 }
  expect(make('money', 'value', own)).toMatchObject(own)
})

test('figures and actions stand at the end', () => {
  expect(['money', 'number', 'date', 'actions', 'text', 'state'].map((kind) => alignOf(kind as Column<Row>['kind']))).toEqual([
    'end',
    'end',
    'end',
    'end',
    'start',
    'start',
  ])
})

test('the sort of a column turns round', () => {
  expect(nextSort(undefined, 'name')).toBe('name')
  expect(nextSort('name', 'name')).toBe('-name')
  expect(nextSort('-name', 'name')).toBe('name')
  expect(nextSort('-city', 'name')).toBe('name')
})

test('a table is at least as wide as its columns', () => {
  expect(tableWidth([{ width: 220 }, { width: 100 }], false)).toBe(320)
  expect(tableWidth([{ width: 220 }, { width: 100 }], true)).toBe(364)
})

test('a row is called and linked by the first column that can', () => {
  const columns = [make('state', 'city'), make('name', 'name', { text: (one: Row) => one.name, link: (one: Row) => `companies/${one.id}` })]
  expect(rowTitle(columns, row)).toBe('Aarhus')
  expect(rowLink(columns, row)).toBe('companies/r1')
  expect(rowTitle([make('state', 'city')], row)).toBe('r1')
  expect(rowLink([make('state', 'city')], row)).toBeUndefined()
})

test('on a phone the name leads, words stand under it, a figure and the state at the end', () => {
  const name = make('name', 'name', { text: (one: Row) => one.name })
  const columns = [make('state', 'city'), name, make('text', 'city'), make('money', 'value')]
  expect(phoneRowOf(columns)(row)).toEqual({ title: 'Aarhus', meta: ['Aarhus C'], figure: '12', state: 'Aarhus C' })
})
