import { expect, test } from 'vitest'
import { ownFirst, sumByCurrency } from './amounts.js'

test('adds to the last digit, each currency for itself, and leaves out what has no amount', () => {
  const deals = [
    { amount: '9007199254740993.01', currency: 'EUR' },
    { amount: '0.1', currency: 'EUR' },
    { amount: '0.2002', currency: 'EUR' },
    { amount: '5', currency: 'USD' },
    { amount: null, currency: 'USD' },
    { currency: 'CHF' },
  ]
  expect(sumByCurrency(deals)).toEqual([
    { currency: 'EUR', amount: '9007199254740993.3102' },
    { currency: 'USD', amount: '5' },
  ])
  expect(sumByCurrency([])).toEqual([])
})

test('the organization’s own currency comes first, the others by their code', () => {
  const sums = ['USD', 'CHF', 'EUR'].map((currency) => ({ currency, amount: '1' }))
  expect(ownFirst(sums, 'EUR').map(({ currency }) => currency)).toEqual(['EUR', 'CHF', 'USD'])
})
