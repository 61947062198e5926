import { expect, test } from 'vitest'
import { errorTable, isDomainError } from '../../contract/errors.js'
import { Name } from '../../contract/schema.js'
import { mapColumns as mapWith, parseMapping as parseWith, type Mapping } from './column-mapping.js'
import { IMPORT_ERRORS } from './import-errors.js'

const errors = errorTable('CRM', IMPORT_ERRORS)
const fields = { name: Name(), city: Name(), phone: Name(), postal_code: Name() }
const spec = { noun: 'company', fields, required: { name: 'A company needs a name.' }, errors }
const mapColumns = (header: string[], mapping: Mapping | undefined) => mapWith(header, mapping, spec)
const parseMapping = (json: string) => parseWith(json, errors)

const refusal = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (isDomainError(error)) return error
    throw error
  }
  throw new Error('It was taken.')
}
const problems = (header: string[], mapping: [string, string][]) => refusal(() => mapColumns(header, mapping)).details?.map(({ message }) => message)

test('without a mapping, columns map to the fields of their own names, however they are written', () => {
  expect(mapColumns(['ID', ' Name ', 'Postal code', 'fax', 'CITY'], undefined)).toEqual([
    { index: 1, heading: 'Name', field: 'name' },
    { index: 2, heading: 'Postal code', field: 'postal_code' },
    { index: 4, heading: 'CITY', field: 'city' },
  ])
})

test('with a mapping, only what it names is taken', () => {
  expect(mapColumns(['company_name', 'city'], [['company_name', 'name']])).toEqual([{ index: 0, heading: 'company_name', field: 'name' }])
})

test('everything that does not fit is named', () => {
  expect(problems(['firm', 'town', 'town', 'a', 'b'], [['company_name', 'name'], ['town', 'city'], ['a', 'no_such'], ['a', 'phone'], ['b', 'phone']])).toEqual([
    'The file has no column “company_name”. It has: firm, town, town, a, b.',
    'The file has more than one column “town”.',
    'There is no field “no_such”.',
    'The columns “a” and “b” both map to phone.',
  ])
})

test('a company needs a name', () => {
  expect(problems(['firm', 'city'], [['city', 'city']])).toEqual(['No column maps to name, which every company needs. The file has: firm, city.'])
  expect(refusal(() => mapColumns(['firm'], undefined))).toMatchObject({ code: 'CRM_COLUMNS', kind: 'unprocessable' })
})

test('a column named like a property of every object is a column like any other', () => {
  expect(mapColumns(['__proto__', 'constructor'], parseMapping('{"__proto__":"name","constructor":"city"}'))).toHaveLength(2)
  expect(problems(['a'], [['a', 'constructor']])).toEqual(['There is no field “constructor”.'])
})

test.each(['{oops', '[]', '"name"', 'null', '7', '{"a":1}', '{"a":{"b":"c"}}', ''])('%s is no mapping', (json) => {
  expect(refusal(() => parseMapping(json))).toMatchObject({ code: 'CRM_BAD_MAPPING', kind: 'validation' })
})
