import { describe, expect, test } from 'vitest'
import { entity } from '../../../contract/entity.js'
import { Decimal, Email, Name, Optional } from '../../../contract/schema.js'
import { changesOf, conflictsOf } from './changes.js'
import { fieldsOf } from './fields.js'
import { toInputs } from './values.js'

const schema = entity({ name: Name(), email: Optional(Email), phone: Optional(Name()), value: Optional(Decimal) })
const fields = [...fieldsOf({ name: 'company', schema }).values()]
const set = { fields, locale: 'de-DE' }
const base = { name: 'Aarhus', email: 'a@x.dk', phone: null, value: '10.50' }
const inputs = (change: object) => ({ ...toInputs(fields, base, 'de-DE'), ...change })
const changes = (change: object) => changesOf(set, base, inputs(change))

describe('changes', () => {
  test('are only what differs', () => {
    expect(changes({})).toEqual({})
    expect(changes({ name: 'Aarhus Havn', value: '11,5' })).toEqual({ name: 'Aarhus Havn', value: '11.5' })
  })

  test('of spaces are none, of emptying are null', () => {
    expect(changes({ name: 'Aarhus ' })).toEqual({})
    expect(changes({ email: '' })).toEqual({ email: null })
  })
})

describe('conflicts', () => {
  const find = (theirs: object, mine: object) =>
    conflictsOf(set, { base, theirs: { ...base, ...theirs } }, inputs(mine)).map((one) => [one.field.name, one.theirs, one.mine])

  test('name what both changed differently', () => {
    expect(find({ phone: '1' }, { phone: '2' })).toEqual([['phone', '1', '2']])
  })

  test('name what only the other changed, without a value of mine', () => {
    expect(find({ phone: '1' }, { name: 'New' })).toEqual([['phone', '1', undefined]])
  })

  test('are none where both changed to the same, or only I changed', () => {
    expect(find({ phone: '1' }, { phone: '1' })).toEqual([])
    expect(find({}, { phone: '1' })).toEqual([])
  })
})
