import { expect, test } from 'vitest'
import { daysOf, trialEnd } from './trial'

const now = new Date('2026-11-24T12:00:00Z')

test.each([['1', 1], [' 365 ', 365], ['0', undefined], ['366', undefined], ['-3', undefined], ['2.5', undefined], ['', undefined]])('“%s” is %s days', (text, days) => expect(daysOf(text)).toBe(days))

test('days are added to an end to come, else to now', () => {
  expect(trialEnd('2026-11-30T08:00:00Z', 2, now).toISOString()).toBe('2026-12-02T08:00:00.000Z')
  expect(trialEnd('2026-11-01T08:00:00Z', 2, now).toISOString()).toBe('2026-11-26T12:00:00.000Z')
  expect(trialEnd(null, 1, now).toISOString()).toBe('2026-11-25T12:00:00.000Z')
})
