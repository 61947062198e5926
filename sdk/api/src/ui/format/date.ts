import { NOTHING, cached, type FormatSettings } from './settings.js'

/** An instant (ISO 8601) or a plain day (`YYYY-MM-DD`). A plain day has no time zone and is the same everywhere. */
export type DateValue = string | Date | null | undefined

export interface DateOptions {
  /** The moment that "this year" and "today" are judged by. */
  now?: Date
  /** `auto` (default): the year only when it is not this one. `full`: always with the year. `long`: weekday and month in full. */
  style?: 'auto' | 'full' | 'long'
  /** Adds hours and minutes; ignored for plain days. */
  time?: boolean
}

const PLAIN_DAY = /^\d{4}-\d{2}-\d{2}$/
const isPlain = (value: DateValue): value is string => typeof value === 'string' && PLAIN_DAY.test(value)

const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions) =>
  cached(`d ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options))

/** The calendar day of an instant in a zone, as `YYYY-MM-DD`. */
export const dayIn = (instant: Date, timeZone: string): string =>
  dateFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(instant)

const STYLES: Record<NonNullable<DateOptions['style']>, Intl.DateTimeFormatOptions> = {
  auto: { day: 'numeric', month: 'short' },
  full: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
}

interface Moment {
  date: Date
  /** Plain days are read as UTC and written as UTC. */
  zone: string
  day: string
}

function momentOf(value: string | Date, timeZone: string): Moment | undefined {
  const plain = isPlain(value)
  const date = value instanceof Date ? value : new Date(plain ? `${value}T00:00:00Z` : value)
  if (Number.isNaN(date.getTime())) return undefined
  return { date, zone: plain ? 'UTC' : timeZone, day: plain ? value : dayIn(date, timeZone) }
}

/** "24 Nov", "24 Nov 2025", "18 Nov, 14:20". Text that is no date is given back as it is. */
export function formatDate(settings: FormatSettings, value: DateValue, options: DateOptions = {}): string {
  if (value === null || value === undefined || value === '') return NOTHING
  const moment = momentOf(value, settings.timeZone)
  if (!moment) return String(value)
  const { style = 'auto', time = false, now = new Date() } = options
  const thisYear = moment.day.slice(0, 4) === dayIn(now, settings.timeZone).slice(0, 4)
  const shown = style === 'auto' && !thisYear ? STYLES.full : STYLES[style]
  const clock: Intl.DateTimeFormatOptions = time && !isPlain(value) ? { hour: '2-digit', minute: '2-digit' } : {}
  return dateFormat(settings.locale, { ...shown, ...clock, timeZone: moment.zone }).format(moment.date)
}

/** "14:20" in the organization's time zone. */
export const formatTime = (settings: FormatSettings, value: string | Date): string =>
  dateFormat(settings.locale, { hour: '2-digit', minute: '2-digit', timeZone: settings.timeZone }).format(new Date(value))

const relative = (locale: string) => cached(`r ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'long' }))

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const capital = (text: string, locale: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)

/**
 * For timelines and lists: "4 minutes ago" within the hour, then "Today, 08:00", "Yesterday, 16:20", the weekday within a week,
 * else the date. Plain days carry no time.
 */
export function formatRelative(settings: FormatSettings, value: DateValue, now: Date = new Date()): string {
  if (value === null || value === undefined || value === '') return NOTHING
  const moment = momentOf(value, settings.timeZone)
  if (!moment) return String(value)
  const plain = isPlain(value)
  const passed = now.getTime() - moment.date.getTime()
  if (!plain && Math.abs(passed) < HOUR) return relative(settings.locale).format(-Math.round(passed / MINUTE), 'minute')
  const days = Math.round((Date.parse(moment.day) - Date.parse(dayIn(now, settings.timeZone))) / DAY)
  const clock = plain ? '' : `, ${formatTime(settings, moment.date)}`
  if (Math.abs(days) <= 1) return capital(relative(settings.locale).format(days, 'day'), settings.locale) + clock
  if (days < 0 && days > -7) {
    return dateFormat(settings.locale, { weekday: 'long', timeZone: moment.zone }).format(moment.date) + clock
  }
  return formatDate(settings, value, { now })
}

export interface DateRange {
  from: DateValue
  to: DateValue
}

/** "1–18 Dec", "28 Nov – 3 Dec"; an open end is "–". */
export function formatDateRange(settings: FormatSettings, { from, to }: DateRange, options: DateOptions = {}): string {
  const start = from ? momentOf(from, settings.timeZone) : undefined
  const end = to ? momentOf(to, settings.timeZone) : undefined
  if (!start || !end) return `${formatDate(settings, from, options)} – ${formatDate(settings, to, options)}`
  const year = dayIn(options.now ?? new Date(), settings.timeZone).slice(0, 4)
  const bothThisYear = start.day.startsWith(year) && end.day.startsWith(year)
  const shown = bothThisYear && options.style !== 'full' ? STYLES.auto : STYLES.full
  return dateFormat(settings.locale, { ...shown, timeZone: start.zone }).formatRange(start.date, end.date)
}
