import Fastify from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { Email, Name, OneOf, Optional, PlainDate } from '../../contract/schema.js'
import { checkRow } from './check-row.js'
import { createCheckValue, type CheckValue, type Validator } from './check-value.js'

const FIELDS = { name: Name(200), email: Optional(Email), postal_code: Optional(Name(20)), size: Optional(OneOf(['small', 'large'])), since: Optional(PlainDate) }
const columns = [
  { index: 0, heading: 'company_name', field: 'name' },
  { index: 1, heading: 'mail', field: 'email' },
  { index: 3, heading: 'zip', field: 'postal_code' },
]
let check: CheckValue

beforeAll(async () => {
  const app = Fastify()
  app.get('/', (request, reply) => {
    check = createCheckValue(FIELDS, (schema) => request.compileValidationSchema(schema) as Validator)
    return reply.send()
  })
  await app.inject('/')
})

const rules = { columns, width: 4, required: { name: 'A company needs a name.' }, defaults: {} }
const row = (...cells: string[]) => checkRow({ line: 7, cells }, { ...rules, check })

test('takes the mapped cells without the space around them; empty cells are no value', () => {
  expect(row(' Ärzte & Söhne ', '', 'not mapped', '05021')).toEqual({ line: 7, values: { name: 'Ärzte & Söhne', postal_code: '05021' }, errors: [] })
})

test('reports everything that is wrong, by column and reason', () => {
  const { errors } = row('  ', 'not an address', 'x', '1'.repeat(21))
  expect(errors).toEqual([
    { line: 7, column: 'company_name', message: 'A company needs a name.' },
    { line: 7, column: 'mail', message: '“not an address” is not a valid e-mail address.' },
    { line: 7, column: 'zip', message: 'At most 20 characters are possible; the cell has 21.' },
  ])
})

test('a row of another width is wrong as a whole', () => {
  expect(row('A', 'a@example.com')).toEqual({ line: 7, values: {}, errors: [{ line: 7, message: 'The row has 2 cells, the header has 4.' }] })
  expect(row('A', '', '', '', 'more').errors).toHaveLength(1)
})

test('a cell that begins like a formula is text, and an escaped one is the text it was', () => {
  expect(row(`=cmd|' /C calc'!A0`, '', '', '').values.name).toBe(`=cmd|' /C calc'!A0`)
  expect(row(`'+49 30 901820`, '', '', '').values.name).toBe('+49 30 901820')
})

test('a NUL is no text', () => {
  expect(row('Nu\0l', '', '', '').errors).toMatchObject([{ column: 'company_name' }])
})

test('a word that is none of the possible ones, and a day that is none, are told with what is possible', () => {
  const about = (field: string, cell: string) => checkRow({ line: 7, cells: [cell] }, { ...rules, columns: [{ index: 0, heading: 'x', field }], width: 1, check }).errors[0]?.message
  expect(about('size', 'huge')).toBe('“huge” is not possible here. Possible are: small, large.')
  expect(about('since', '24.11.2026')).toBe('“24.11.2026” is not a valid date of the form 2026-12-31.')
  expect(about('since', '2026-11-24')).toBeUndefined()
})

test('a default fills what a row leaves empty, nothing else', () => {
  const sized = (cell: string) => checkRow({ line: 7, cells: [cell] }, { ...rules, columns: [{ index: 0, heading: 'x', field: 'size' }], width: 1, defaults: { size: 'small' }, check }).values
  expect([sized(''), sized('large')]).toEqual([{ size: 'small' }, { size: 'large' }])
})
