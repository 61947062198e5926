import { expect, test } from 'vitest'
import { guessMapping, missingFields, withColumn, type ImportField } from './mapping.js'

const fields: ImportField[] = [
  { name: 'name', required: true, alias: ['company_name', 'customer'] },
  { name: 'email' },
  { name: 'postal_code', alias: ['zip', 'plz'] },
  { name: 'city' },
  { name: 'region' },
]
const guess = (columns: string[]) => guessMapping({ columns }, fields, ({ name }) => (name === 'city' ? 'Ort' : name))

test('columns are recognised by name, label and other names, whatever their case and signs', () => {
  expect(guess(['Company Name', 'E-Mail', 'PLZ', 'Ort', 'Region'])).toEqual({
    'Company Name': 'name',
    'E-Mail': 'email',
    PLZ: 'postal_code',
    Ort: 'city',
    Region: 'region',
  })
})

test('the exact name wins over one that only holds it, and no field is used twice', () => {
  expect(guess(['contact_name', 'name'])).toEqual({ name: 'name' })
  expect(guess(['contact_email', 'fax'])).toEqual({ contact_email: 'email' })
})

test('a field moves to the column it is given to', () => {
  const mapping = { a: 'name', b: 'email' }
  expect(withColumn(mapping, 'b', 'name')).toEqual({ b: 'name' })
  expect(withColumn(mapping, 'a', undefined)).toEqual({ b: 'email' })
})

test('required fields without a column are named', () => {
  expect(missingFields({ a: 'email' }, fields).map(({ name }) => name)).toEqual(['name'])
  expect(missingFields({ a: 'name' }, fields)).toEqual([])
})
