import { dayText, isDay } from '../../format/day.js'
import { parseDecimal } from './decimal.js'
import { choicesOf, isInteger, type FormField } from './fields.js'
import { isFigure, type InputValue } from './values.js'

/** What is wrong with an input: the key `check.<key>` of the kit's labels and its values. */
export interface Problem {
  key: string
  values?: Readonly<Record<string, string | number>>
}

/** One `@`, something before it, a dot in what follows: the server decides about the rest. */
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/
const URL_LIKE = /^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+([/?#]\S*)?$/i
const MAX_FRACTION = 4

function checkFigure({ schema, kind }: FormField, text: string, locale: string): Problem | undefined {
  const decimal = parseDecimal(text, locale)
  if (decimal === undefined) return { key: 'number', values: { example: new Intl.NumberFormat(locale).format(1234.5) } }
  const fraction = decimal.split('.')[1]?.length ?? 0
  if (isInteger(schema) && fraction > 0) return { key: 'integer' }
  if (kind !== 'number' && fraction > MAX_FRACTION) return { key: 'fraction', values: { count: MAX_FRACTION } }
  return checkRange(schema, Number(decimal))
}

function checkRange({ minimum, maximum, exclusiveMinimum }: FormField['schema'], value: number): Problem | undefined {
  const tooSmall = minimum !== undefined && value < minimum
  const tooLarge = maximum !== undefined && value > maximum
  if ((tooSmall || tooLarge) && minimum !== undefined && maximum !== undefined) {
    return { key: 'between', values: { min: minimum, max: maximum } }
  }
  if (tooSmall) return { key: 'min', values: { min: minimum } }
  if (tooLarge) return { key: 'max', values: { max: maximum } }
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return { key: 'above', values: { min: exclusiveMinimum } }
  return undefined
}

/** The input holds a day as ISO 8601, else what was typed. */
const checkDay = (text: string, locale: string): Problem | undefined =>
  isDay(text) ? undefined : { key: 'date', values: { example: dayText('2026-12-31', locale) } }

function checkText({ schema, kind }: FormField, text: string): Problem | undefined {
  const { minLength, maxLength, pattern } = schema
  if (minLength !== undefined && text.length < minLength) return { key: 'short', values: { count: minLength } }
  if (maxLength !== undefined && text.length > maxLength) return { key: 'long', values: { count: maxLength } }
  if (kind === 'email' && !EMAIL.test(text)) return { key: 'email' }
  if (kind === 'url' && !URL_LIKE.test(text)) return { key: 'url' }
  if (kind === 'choice' && !choicesOf(schema).includes(text)) return { key: 'choice' }
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(text)) return { key: 'pattern' }
  return undefined
}

/** What is wrong with an input, or undefined. The server checks again; this is to say it early. */
export function checkField(field: FormField, input: InputValue, locale: string): Problem | undefined {
  if (typeof input === 'boolean') return undefined
  const text = input.trim()
  if (text === '') return field.optional ? undefined : { key: field.kind === 'choice' || field.kind === 'record' ? 'choose' : 'required' }
  if (field.kind === 'date') return checkDay(text, locale)
  return isFigure(field) ? checkFigure(field, text, locale) : checkText(field, text)
}
