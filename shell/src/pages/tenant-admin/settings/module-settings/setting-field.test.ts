import { describe, expect, it } from 'vitest'
import { defaultsOf, fieldsOf, inputsOf, problemOf, valuesOf } from './setting-field'

const fields = fieldsOf({
  required: ['prefix'],
  properties: {
    prefix: { type: 'string', minLength: 2, maxLength: 4, pattern: '^[A-Z]+$', default: 'INV' },
    days: { type: 'integer', minimum: 1, maximum: 90, default: 14 },
    rate: { type: 'number' },
    round: { type: 'integer', enum: [1, 5, 10], default: 5 },
    reminders: { type: 'boolean', default: true },
  },
})
const field = (name: string) => fields.find((one) => one.name === name) ?? expect.fail(`no field ${name}`)

describe('a generated form', () => {
  it('has an input for every kind of field, in the order of the schema', () => {
    expect(fields.map(({ name, kind }) => `${name} ${kind}`)).toEqual(['prefix text', 'days number', 'rate number', 'round choice', 'reminders yesno'])
  })

  it('shows what holds, and sends what it shows', () => {
    const values = { prefix: 'OFF', days: 30, round: 10, reminders: false }
    expect(inputsOf(fields, values)).toEqual({ prefix: 'OFF', days: '30', rate: '', round: '10', reminders: false })
    expect(valuesOf(fields, inputsOf(fields, values))).toEqual(values)
    expect(valuesOf(fields, { ...inputsOf(fields, values), rate: ' 2,5 ' })).toEqual({ ...values, rate: 2.5 })
  })

  it('goes back to the defaults of the schema', () => {
    expect(defaultsOf(fields)).toEqual({ prefix: 'INV', days: '14', rate: '', round: '5', reminders: true })
  })

  it.each([
    ['prefix', '', { key: 'required' }],
    ['prefix', 'A', { key: 'minLength', limit: 2 }],
    ['prefix', 'ABCDE', { key: 'maxLength', limit: 4 }],
    ['prefix', 'abc', { key: 'pattern' }],
    ['prefix', 'ABC', undefined],
    ['days', 'soon', { key: 'number' }],
    ['days', '1.5', { key: 'integer' }],
    ['days', '0', { key: 'minimum', limit: 1 }],
    ['days', '91', { key: 'maximum', limit: 90 }],
    ['days', '', undefined],
    ['rate', '1e3', { key: 'number' }],
    ['reminders', false, undefined],
  ])('finds in %s, given %j, %j', (name, input, problem) => expect(problemOf(field(name), input)).toEqual(problem))
})
