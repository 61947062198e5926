import { describe, expect, test } from 'vitest'
import { decimalText, parseDecimal } from './decimal.js'

describe('parseDecimal', () => {
  test.each([
    ['en-IE', '1234.5', '1234.5'],
    ['en-IE', '1,234,567.25', '1234567.25'],
    ['en-IE', ' 12 ', '12'],
    ['en-IE', '-4', '-4'],
    ['en-IE', '−4', '-4'],
    ['en-IE', '007', '7'],
    ['en-IE', '0.50', '0.50'],
    ['de-DE', '1.234,50', '1234.50'],
    ['de-DE', '1234,5', '1234.5'],
    ['de-CH', '1’234.50', '1234.50'],
    ['de-CH', "1'234.50", '1234.50'],
    ['fr-FR', '1 234,50', '1234.50'],
    ['fr-FR', '1\u202f234,50', '1234.50'],
  ])('%s reads "%s" as %s', (locale, text, value) => expect(parseDecimal(text, locale)).toBe(value))

  test.each([
    ['en-IE', '1,5'],
    ['en-IE', '12,34'],
    ['en-IE', '1,23,456'],
    ['de-DE', '1.5'],
    ['de-DE', '1,234,567'],
    ['en-IE', '1 234'],
    ['en-IE', '1e5'],
    ['en-IE', '12a'],
    ['en-IE', '.'],
    ['en-IE', ''],
    ['en-IE', '--4'],
  ])('%s does not guess what "%s" means', (locale, text) => expect(parseDecimal(text, locale)).toBeUndefined())
})

test('what is shown for editing is read as the same number', () => {
  for (const locale of ['en-IE', 'de-DE', 'fr-FR', 'de-CH']) {
    expect(parseDecimal(decimalText('1234567.25', locale), locale)).toBe('1234567.25')
  }
})
