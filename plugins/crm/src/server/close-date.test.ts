import { expect, test } from 'vitest'
import { expectedCloseDate } from './close-date.js'

const at = (close_in_days: unknown, time_zone = 'Europe/Berlin') => expectedCloseDate({ settings: { close_in_days }, organization: { time_zone } as never }, new Date('2026-11-24T23:30:00Z'))

test('a new deal closes so many days after today, where the organization is', () => {
  expect(at(30)).toBe('2026-12-25')
  expect(at(30, 'America/New_York')).toBe('2026-12-24')
  expect([at(0), at(undefined)]).toEqual([undefined, undefined])
})
