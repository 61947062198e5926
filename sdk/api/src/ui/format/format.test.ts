import { describe, expect, test } from 'vitest'
import { formatDate, formatDateRange, formatRelative, formatTime } from './date.js'
import { currencyDigits, formatHours, formatMoney, formatNumber, formatPercent, formatSize } from './number.js'
import { formatLocaleOf, type FormatSettings } from './settings.js'

const ie: FormatSettings = { locale: 'en-IE', timeZone: 'Europe/Berlin', currency: 'EUR' }
const de: FormatSettings = { locale: 'de-DE', timeZone: 'Europe/Berlin', currency: 'EUR' }
/** Spaces of Intl are of several kinds; a test should not care. */
const plain = (text: string) => text.replace(/\s/g, ' ')

describe('locale', () => {
  test.each([
    ['de', { locale: 'de-AT' }, 'de-AT'],
    ['en', { locale: 'de-DE' }, 'en-DE'],
    ['en', { locale: 'en', country: 'IE' }, 'en-IE'],
    ['de', { locale: 'en' }, 'de'],
  ])('%s for %j is %s', (language, organization, locale) => {
    expect(formatLocaleOf(language, organization)).toBe(locale)
  })
})

describe('money', () => {
  test('symbol and digits by locale and currency, a real minus', () => {
    expect(formatMoney(ie, '-4')).toBe('−€4.00')
    expect(plain(formatMoney(de, 1284.5))).toBe('1.284,50 €')
    expect(plain(formatMoney(ie, 5000, { currency: 'JPY' }))).toBe('¥5,000')
  })
  test('decimal text keeps every digit', () => {
    expect(formatMoney(ie, '900719925474099312.37')).toBe('€900,719,925,474,099,312.37')
  })
  test('plain for statements, compact for tiles, zero is a figure, absent is a dash', () => {
    expect(formatMoney(ie, '11065', { style: 'plain' })).toBe('11,065.00')
    expect(formatMoney(ie, 1_913_400, { style: 'compact' })).toBe('€1.91M')
    expect(formatMoney(ie, 0)).toBe('€0.00')
    expect(formatMoney(ie, null)).toBe('–')
    expect(formatMoney(ie, 842310, { digits: 0 })).toBe('€842,310')
  })
  test('digits after the point by ISO 4217', () => {
    expect(['EUR', 'JPY', 'TND'].map(currencyDigits)).toEqual([2, 0, 3])
  })
})

describe('numbers', () => {
  test('grouping, sign, percent, hours, size', () => {
    expect(formatNumber(de, 18331.25)).toBe('18.331,25')
    expect(formatNumber(ie, 3, { sign: true })).toBe('+3')
    expect(formatPercent(ie, 0.0664)).toBe('6.6%')
    expect(plain(formatHours(de, '41.5'))).toBe('41,5 Std.')
    expect(plain(formatSize(ie, 212_400_000_000))).toBe('212.4 GB')
    expect(plain(formatSize(ie, 0))).toBe('0 bytes')
  })
})

describe('dates', () => {
  const now = new Date('2026-11-24T09:41:00Z')
  test('the year stands only when it is another one', () => {
    expect(formatDate(ie, '2026-11-24', { now })).toBe('24 Nov')
    expect(formatDate(ie, '2025-11-24', { now })).toBe('24 Nov 2025')
    expect(formatDate(de, '2026-11-24', { now })).toBe('24. Nov.')
  })
  test('a plain day is the same day in every zone', () => {
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      expect(formatDate({ ...ie, timeZone }, '2026-03-01', { now })).toBe('1 Mar')
    }
  })
  test('an instant is shown in the organization’s zone', () => {
    expect(formatDate(ie, '2026-11-24T23:30:00Z', { now })).toBe('25 Nov')
    expect(formatTime(ie, '2026-11-24T13:20:00Z')).toBe('14:20')
    expect(formatDate(ie, '2026-11-18T13:20:00Z', { now, time: true })).toBe('18 Nov, 14:20')
  })
  test.each([
    ['2026-11-24T09:37:00Z', '4 minutes ago'],
    ['2026-11-24T07:00:00Z', 'Today, 08:00'],
    ['2026-11-23T15:20:00Z', 'Yesterday, 16:20'],
    ['2026-11-19T15:20:00Z', 'Thursday, 16:20'],
    ['2026-11-02T15:20:00Z', '2 Nov'],
    ['2026-11-25', 'Tomorrow'],
    ['2026-11-29', '29 Nov'],
  ])('%s is "%s"', (value, text) => {
    expect(formatRelative(ie, value, now)).toBe(text)
  })
  test('ranges have an en dash; an unknown end is a dash', () => {
    expect(plain(formatDateRange(ie, { from: '2026-12-01', to: '2026-12-18' }, { now }))).toMatch(/^1 ?– ?18 Dec$/)
    expect(formatDateRange(ie, { from: '2026-12-01', to: null }, { now })).toBe('1 Dec – –')
  })
  test('text that is no date comes back as it is', () => {
    expect(formatDate(ie, 'soon')).toBe('soon')
    expect(formatDate(ie, null)).toBe('–')
  })
})
