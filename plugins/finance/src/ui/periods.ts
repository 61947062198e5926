/** A span of days, both ends included, as `YYYY-MM-DD`; an end that is absent is open. */
export interface Period {
  from?: string
  to?: string
}

export const PERIODS = ['month', 'last_month', 'year', 'last_year', 'all'] as const
export type PeriodName = (typeof PERIODS)[number]

const pad = (value: number): string => String(value).padStart(2, '0')
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const monthOf = (year: number, month: number): Period => ({ from: `${year}-${pad(month)}-01`, to: `${year}-${pad(month)}-${lastDay(year, month)}` })
const yearOf = (year: number): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` })

/** The days of a period, seen from `today` (`YYYY-MM-DD`). */
export function periodOf(name: PeriodName, today: string): Period {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  if (name === 'month') return monthOf(year, month)
  if (name === 'last_month') return month === 1 ? monthOf(year - 1, 12) : monthOf(year, month - 1)
  if (name === 'year') return yearOf(year)
  return name === 'last_year' ? yearOf(year - 1) : {}
}

/** The name of a period, if its days have one. */
export const nameOf = (period: Period, today: string): PeriodName | undefined =>
  PERIODS.find((name) => {
    const { from, to } = periodOf(name, today)
    return from === period.from && to === period.to
  })
