import { describe, expect, test } from 'vitest'
import { dayPattern, dayText, parseDay } from './day.js'

const names = { day: 'dd', month: 'mm', year: 'yyyy' }

test('a day is written in the order of the organization’s region, whatever the browser speaks', () => {
  expect(['de-DE', 'en-IE', 'en-US', 'en-DE', 'ar-EG'].map((locale) => dayText('2026-11-04', locale).replace(/\u200f/g, ''))).toEqual([
    '04.11.2026',
    '04/11/2026',
    '11/04/2026',
    '04/11/2026',
    '04/11/2026',
  ])
  expect(['de-DE', 'en-US', 'sv-SE'].map((locale) => dayPattern(locale, names))).toEqual(['dd.mm.yyyy', 'mm/dd/yyyy', 'yyyy-mm-dd'])
  expect(dayText('soon', 'de-DE')).toBe('soon')
})

describe('a typed day', () => {
  test.each([
    ['24.11.2026', 'de-DE', '2026-11-24'],
    ['4.1.26', 'de-DE', '2026-01-04'],
    ['04/11/2026', 'en-IE', '2026-11-04'],
    ['11/04/2026', 'en-US', '2026-11-04'],
    ['2026-11-04', 'en-US', '2026-11-04'],
    [' 24 11 2026 ', 'de-DE', '2026-11-24'],
    ['29.2.2028', 'de-DE', '2028-02-29'],
  ])('%s in %s is %s', (text, locale, day) => expect(parseDay(text, locale)).toBe(day))

  test.each(['31.2.2026', '29.2.2027', '24.11.', '24.11.202', 'morgen', '24.13.2026', '24. Nov 26 1', ''])('%s is none', (text) =>
    expect(parseDay(text, 'de-DE')).toBeUndefined(),
  )
})
