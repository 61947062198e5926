import { expect, test } from 'vitest'
import { amountOf, balanced, balanceOf, emptyLine, isBlank, problemOf, toFields, toLines, type LineFields } from './line-inputs.js'

const german = { locale: 'de-DE', digits: 2 }
const line = (values: Partial<LineFields>): LineFields => ({ ...emptyLine(), ...values })

test('amounts are read as people of the locale write them, and never below zero', () => {
  expect(['1.234,50', '0,1', '', ' 7 '].map((text) => amountOf(text, german))).toEqual(['1234.50', '0.1', '0', '7'])
  expect(['1.23', '-5', 'viel', '1,00001', '1234567890123456'].map((text) => amountOf(text, german))).toEqual(Array(5).fill(undefined))
  expect(amountOf('1,234.50', { locale: 'en-US', digits: 2 })).toBe('1234.50')
})

test('what is wrong with a line is said by its first problem', () => {
  const problems = [{ debit: 'x' }, { debit: '0,001' }, { debit: '5' }, { account_id: 'a' }, { account_id: 'a', debit: '5', credit: '5' }, { account_id: 'a', debit: '5' }]
  expect(problems.map((values) => problemOf(line(values), german))).toEqual(['amount', 'digits', 'account', 'sides', 'sides', undefined])
  expect([isBlank(line({ debit: ' ' })), isBlank(line({ partner: 'x' }))]).toEqual([true, false])
})

test('the sums run along, and one line can take what is missing', () => {
  const lines = [line({ debit: '100,10' }), line({ credit: '40' }), line({ debit: 'x' }), line({ debit: '5' })]
  expect(balanceOf(lines, german)).toEqual({ debit: '105.1', credit: '40', off: '65.1' })
  const [, , , last] = lines
  expect(balanced(lines, last ?? line({}), german)).toMatchObject({ debit: '', credit: '60,1' })
  const even = [line({ debit: '5' }), line({ credit: '5' })]
  expect(balanced([...even, last ?? line({})], last ?? line({}), german)).toBe(last)
})

test('what the API gives comes back as it was', () => {
  const kept = [{ account_id: 'a', debit: '1234.50', credit: '0.00', description: null, partner: 'Nowak' }, { account_id: 'b', debit: '0.00', credit: '1234.50', description: 'Rent', partner: null }]
  const fields = toFields(kept, german)
  expect(fields.map(({ debit, credit }) => [debit, credit])).toEqual([['1234,50', ''], ['', '1234,50']])
  expect(toLines(fields, german)).toEqual([
    { account_id: 'a', debit: '1234.50', description: null, partner: 'Nowak' },
    { account_id: 'b', credit: '1234.50', description: 'Rent', partner: null },
  ])
})
