import { expect, test } from 'vitest'
import { codeName } from './code-name.js'
import { countries, currencies, findCodes } from './regions.js'

test('countries have every code once and a name each', () => {
  const all = countries('en')
  expect(all).toHaveLength(249)
  expect(new Set(all.map(({ id }) => id)).size).toBe(249)
  expect(all.filter(({ id, label }) => id === label)).toEqual([])
})

test('names follow the language and are sorted by it', () => {
  expect(codeName('region', 'DE', 'de')).toBe('Deutschland')
  expect(codeName('currency', 'EUR', 'en')).toBe('Euro')
  expect(codeName('region', 'XX', 'en')).toBe('XX')
  const german = countries('de').map(({ label }) => label)
  expect(german.indexOf('Österreich')).toBeLessThan(german.indexOf('Polen'))
})

test('a code comes before names, a beginning before a middle', () => {
  expect(findCodes(countries('en'), 'no').slice(0, 2).map(({ id }) => id)).toEqual(['NO', 'NF'])
  expect(findCodes(currencies('en'), 'usd')[0]?.id).toBe('USD')
  expect(findCodes(countries('en'), 'zzz')).toEqual([])
})
