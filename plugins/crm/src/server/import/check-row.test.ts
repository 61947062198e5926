import Fastify from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { checkRow, type CheckValue } from './check-row.js'
import { createCheckValue, type Validator } from './check-value.js'

const columns = [
  { index: 0, heading: 'company_name', field: 'name' as const },
  { index: 1, heading: 'mail', field: 'email' as const },
  { index: 3, heading: 'zip', field: 'postal_code' as const },
]
let check: CheckValue

beforeAll(async () => {
  const app = Fastify()
  app.get('/', (request, reply) => {
    check = createCheckValue((schema) => request.compileValidationSchema(schema) as Validator)
    return reply.send()
  })
  await app.inject('/')
})

const row = (...cells: string[]) => checkRow({ line: 7, cells }, { columns, width: 4, check })

test('takes the mapped cells without the space around them; empty cells are no value', () => {
  expect(row(' Ärzte & Söhne ', '', 'not mapped', '05021')).toEqual({ values: { name: 'Ärzte & Söhne', postal_code: '05021' }, errors: [] })
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
  expect(row('A', 'a@example.com')).toEqual({ values: {}, errors: [{ line: 7, message: 'The row has 2 cells, the header has 4.' }] })
  expect(row('A', '', '', '', 'more').errors).toHaveLength(1)
})

test('a cell that begins like a formula is text, and an escaped one is the text it was', () => {
  expect(row(`=cmd|' /C calc'!A0`, '', '', '').values.name).toBe(`=cmd|' /C calc'!A0`)
  expect(row(`'+49 30 901820`, '', '', '').values.name).toBe('+49 30 901820')
})

test('a NUL is no text', () => {
  expect(row('Nu\0l', '', '', '').errors).toMatchObject([{ column: 'company_name' }])
})
