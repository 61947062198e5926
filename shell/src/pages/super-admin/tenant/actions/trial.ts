const LONGEST = 365
/** Milliseconds. */
const DAY = 86_400_000

/** Days as they were written, 1–365; undefined for anything else. */
export function daysOf(text: string): number | undefined {
  const days = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  return days >= 1 && days <= LONGEST ? days : undefined
}

/** When a trial ends that is given more days: they are added to its end, or to now where it is over or there was none. */
export function trialEnd(endsAt: string | null, days: number, now: Date = new Date()): Date {
  const from = Math.max(now.getTime(), endsAt === null ? 0 : Date.parse(endsAt))
  return new Date(from + days * DAY)
}
