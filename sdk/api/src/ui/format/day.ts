import { cached } from './settings.js'

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const CENTURY = 2_000

type Part = 'day' | 'month' | 'year'
const isPart = (type: string): type is Part => type === 'day' || type === 'month' || type === 'year'

const numeric = (locale: string) =>
  cached(`n ${locale}`, () =>
    new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' }),
  )

/** A plain day as people of a locale type it: `2026-11-24` → `24.11.2026`. What is no day stays as it is. */
export function dayText(day: string, locale: string): string {
  const iso = isoDay(ISO.exec(day)?.slice(1) ?? [])
  return iso === undefined ? day : numeric(locale).format(new Date(`${iso}T00:00:00Z`))
}

/** Whether a text is a plain day that a calendar has, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && isoDay(text.split('-')) === text

/** In which order a locale writes a day, with what stands between: `[day] [.] [month] …` as the pattern of `names`, e.g. `dd.mm.yyyy`. */
export const dayPattern = (locale: string, names: Readonly<Record<Part, string>>): string =>
  numeric(locale)
    .formatToParts(0)
    .map(({ type, value }) => (isPart(type) ? names[type] : value))
    .join('')

/** The plain day that a text means in a locale's order, or in ISO 8601; undefined when it is none. Two digits of a year are of this century. */
export function parseDay(text: string, locale: string): string | undefined {
  const iso = ISO.exec(text.trim())
  if (iso) return isoDay(iso.slice(1))
  const numbers = text.match(/\d+/g) ?? []
  const order = numeric(locale).formatToParts(0).flatMap(({ type }) => (isPart(type) ? [type] : []))
  if (numbers.length !== order.length || /\p{L}/u.test(text)) return undefined
  const of = (part: Part) => numbers[order.indexOf(part)] ?? ''
  const year = of('year')
  return isoDay([year.length === 2 ? String(CENTURY + Number(year)) : year, of('month'), of('day')])
}

/** Year, month and day as ISO 8601; undefined for a day that no calendar has. */
function isoDay([year = '', month = '', day = '']: readonly string[]): string | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const isReal = year.length === 4 && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return isReal ? date.toISOString().slice(0, 10) : undefined
}
