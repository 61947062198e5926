import { Type } from '@sinclair/typebox'
import { describe, expect, test } from 'vitest'
import { Create, entity } from '../../../contract/entity.js'
import { Country, Currency, Decimal, Email, Name, OneOf, Optional, PlainDate, Text, Uuid } from '../../../contract/schema.js'
import { checkField } from './check.js'
import { fieldsOf, sectionsOf, shownFields, type FormField } from './fields.js'
import { toBody, toInputs } from './values.js'

const Deal = entity({
  name: Name(),
  status: OneOf(['open', 'won'], { default: 'open' }),
  email: Optional(Email),
  notes: Text(),
  amount: Optional(Decimal),
  currency: Optional(Currency),
  country: Optional(Country),
  probability: Optional(Type.Integer({ minimum: 0, maximum: 100 })),
  close_date: Optional(PlainDate),
  urgent: Type.Boolean({ default: false }),
  company_id: Optional(Uuid),
  owner_id: Optional(Uuid),
})
const form = { name: 'deal', schema: Deal, fields: { owner_id: { kind: 'person' } } } as const
const fields = fieldsOf(form)
const field = (name: string) => fields.get(name) as FormField
const check = (name: string, input: string | boolean, locale = 'en-IE') => checkField(field(name), input, locale)?.key

describe('fields of a schema', () => {
  test('have the kind that the schema asks for', () => {
    const kinds = Object.fromEntries([...fields].map(([name, { kind }]) => [name, kind]))
    expect(kinds).toEqual({
      name: 'text',
      status: 'choice',
      email: 'email',
      notes: 'multiline',
      amount: 'decimal',
      currency: 'currency',
      country: 'country',
      probability: 'number',
      close_date: 'date',
      urgent: 'yesno',
      owner_id: 'person',
    })
  })

  test('leave out what the server writes, and ids that nobody explained', () => {
    expect(fields.has('version')).toBe(false)
    expect(fields.has('company_id')).toBe(false)
  })

  test('are the same for the entity and for the body that creates it', () => {
    expect([...fieldsOf({ ...form, schema: Create(Deal) }).keys()]).toEqual([...fields.keys()])
  })

  test('may be empty when they are nullable or plain text', () => {
    expect(field('name').optional).toBe(false)
    expect(field('email').optional).toBe(true)
    expect(field('notes').optional).toBe(true)
  })
})

describe('the layout', () => {
  test('puts rows and sections where they are said to be', () => {
    const sections = sectionsOf({ ...form, layout: ['name', ['amount', 'currency'], { title: 'more', rows: ['notes'] }] })
    expect(sections.map(({ title, rows }) => [title, rows.map((row) => row.map(({ name }) => name))])).toEqual([
      [undefined, [['name'], ['amount', 'currency']]],
      ['more', [['notes']]],
    ])
  })

  test('says which field is missing', () => {
    expect(() => shownFields({ ...form, layout: ['company_id'] })).toThrow('company_id')
  })
})

describe('checks', () => {
  test('of what is needed', () => {
    expect(check('name', '  ')).toBe('required')
    expect(check('email', '')).toBeUndefined()
  })

  test.each([
    ['email', 'marta@nord.example', undefined],
    ['email', 'marta@nord', 'email'],
    ['email', 'a@b@c.de', 'email'],
    ['probability', '40', undefined],
    ['probability', '140', 'between'],
    ['probability', '4.5', 'integer'],
    ['probability', 'many', 'number'],
    ['amount', '1,234.50', undefined],
    ['amount', '1.23456', 'fraction'],
    ['status', 'lost', 'choice'],
    ['name', 'x'.repeat(201), 'long'],
  ])('%s "%s" → %s', (name, input, problem) => expect(check(name, input)).toBe(problem))

  test('read figures as the locale writes them', () => {
    expect(check('amount', '1.234,50', 'de-DE')).toBeUndefined()
    expect(check('amount', '1,234.50', 'de-DE')).toBe('number')
  })
})

describe('values', () => {
  const all = [...fields.values()]
  test('a new record begins with the defaults of its schema', () => {
    expect(toInputs(all, {}, 'en-IE')).toMatchObject({ name: '', status: 'open', urgent: false, amount: '' })
  })

  test('go into inputs and come back as they were', () => {
    const money = { amount: '412000.5', currency: 'EUR', probability: 40 }
    const empty = { email: null, notes: '', country: null, owner_id: null }
    const record = { name: 'Crane', status: 'won', close_date: '2026-12-01', urgent: true, ...money, ...empty }
    const inputs = toInputs(all, record, 'de-DE')
    expect(inputs.amount).toBe('412000,5')
    expect(toBody(all, inputs, 'de-DE')).toEqual(record)
  })

  test('empty is null where null is allowed, and spaces around do not count', () => {
    const body = toBody(all, { ...toInputs(all, {}, 'en-IE'), name: ' Crane ' }, 'en-IE')
    expect(body).toMatchObject({ name: 'Crane', email: null, amount: null, notes: '' })
  })
})
