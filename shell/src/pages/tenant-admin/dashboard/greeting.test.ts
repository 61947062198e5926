import { expect, test } from 'vitest'
import { dayPartAt } from './greeting'

test.each([
  ['2026-11-24T00:30:00Z', 'UTC', 'morning'],
  ['2026-11-24T11:59:00Z', 'UTC', 'morning'],
  ['2026-11-24T12:00:00Z', 'UTC', 'day'],
  ['2026-11-24T18:00:00Z', 'UTC', 'evening'],
  ['2026-11-24T18:00:00Z', 'America/New_York', 'day'],
  ['2026-11-24T18:00:00Z', 'Asia/Tokyo', 'morning'],
])('%s in %s is %s', (instant, zone, part) => expect(dayPartAt(new Date(instant), zone)).toBe(part))
