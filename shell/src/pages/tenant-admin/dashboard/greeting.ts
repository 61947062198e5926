export type DayPart = 'morning' | 'day' | 'evening'

const NOON = 12
const EVENING = 18

/** The part of the day in a time zone, for a greeting. */
export function dayPartAt(now: Date, timeZone: string): DayPart {
  const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(now))
  if (hour < NOON) return 'morning'
  return hour < EVENING ? 'day' : 'evening'
}
