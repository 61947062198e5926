import { useMemo } from 'react'
import { useSession } from '../host/host-context.js'
import { formatDate, formatDateRange, formatRelative, formatTime, type DateOptions, type DateRange, type DateValue } from './date.js'
import {
  formatHours,
  formatMoney,
  formatNumber,
  formatPercent,
  formatSize,
  type Figure,
  type MoneyOptions,
  type NumberOptions,
} from './number.js'
import type { FormatSettings } from './settings.js'

/** The format functions with the organization's settings already in them. */
export interface Format {
  settings: FormatSettings
  money(value: Figure, options?: MoneyOptions): string
  number(value: Figure, options?: NumberOptions): string
  percent(value: Figure, options?: NumberOptions): string
  hours(value: Figure): string
  size(bytes: number | null | undefined): string
  date(value: DateValue, options?: DateOptions): string
  time(value: string | Date): string
  relative(value: DateValue, now?: Date): string
  range(range: DateRange, options?: DateOptions): string
}

export const createFormat = (settings: FormatSettings): Format => ({
  settings,
  money: (value, options) => formatMoney(settings, value, options),
  number: (value, options) => formatNumber(settings, value, options),
  percent: (value, options) => formatPercent(settings, value, options),
  hours: (value) => formatHours(settings, value),
  size: (bytes) => formatSize(settings, bytes),
  date: (value, options) => formatDate(settings, value, options),
  time: (value) => formatTime(settings, value),
  relative: (value, now) => formatRelative(settings, value, now),
  range: (range, options) => formatDateRange(settings, range, options),
})

/** Money, numbers and dates as text, e.g. for titles and chart axes. In the page itself use `Money`, `Num` and `DateText`. */
export function useFormat(): Format {
  const { format } = useSession()
  return useMemo(() => createFormat(format), [format])
}
