import type { DateOptions, DateValue } from './date.js'
import type { Figure, MoneyOptions, NumberOptions } from './number.js'
import { useFormat } from './use-format.js'

const isAbsent = (value: unknown) => value === null || value === undefined || value === ''
const classes = (value: unknown, more?: string) => ['io-num', isAbsent(value) && 'io-muted', more].filter(Boolean).join(' ')

export interface MoneyProps extends MoneyOptions {
  /** Decimal text as the API gives it, or a number. */
  value: Figure
  className?: string
}

/** An amount in the organization's habit; the currency is the organization's unless given. */
export function Money({ value, className, ...options }: MoneyProps) {
  return <span className={classes(value, className)}>{useFormat().money(value, options)}</span>
}

export interface NumProps extends NumberOptions {
  value: Figure
  /** `percent`: 0.066 → 6.6%. `hours`: 41.5 h. */
  kind?: 'number' | 'percent' | 'hours'
  className?: string
}

export function Num({ value, kind = 'number', className, ...options }: NumProps) {
  const format = useFormat()
  const text = kind === 'percent' ? format.percent(value, options) : kind === 'hours' ? format.hours(value) : format.number(value, options)
  return <span className={classes(value, className)}>{text}</span>
}

export interface DateTextProps extends DateOptions {
  value: DateValue
  /** "4 minutes ago", "Yesterday, 16:20": for timelines and lists; the full date is in the title. */
  rel?: boolean
  className?: string
}

export function DateText({ value, rel = false, className, ...options }: DateTextProps) {
  const format = useFormat()
  if (isAbsent(value)) return <span className={classes(value, className)}>{format.date(value)}</span>
  const machine = value instanceof Date ? value.toISOString() : (value ?? undefined)
  const full = format.date(value, { style: 'full', time: true })
  return (
    <time className={classes(value, className)} dateTime={machine} title={rel ? full : undefined}>
      {rel ? format.relative(value, options.now) : format.date(value, options)}
    </time>
  )
}
