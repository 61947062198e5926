import { expect, test } from 'vitest'
import { merged, wordsOf } from './words'

test('parts that both files have are joined, and the second one wins', () => {
  expect(merged({ field: { name: 'Name', at: 'At' }, a: '1' }, { field: { at: 'Time' }, b: '2' })).toEqual({ field: { name: 'Name', at: 'Time' }, a: '1', b: '2' })
})

const keysOf = (words: object, before = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) => (typeof value === 'object' ? keysOf(value as object, `${before}${key}.`) : [`${before}${key}`]))

test('German has every word that English has', async () => {
  const [english, german] = await Promise.all([wordsOf('en'), wordsOf('de')])
  const known = new Set(keysOf(german))
  expect(keysOf(english).filter((key) => !known.has(key))).toEqual([])
})
