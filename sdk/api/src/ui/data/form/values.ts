import { decimalText, parseDecimal } from './decimal.js'
import type { FormField } from './fields.js'

/** What stands in an input: text, or on and off. */
export type InputValue = string | boolean
export type InputValues = Readonly<Record<string, InputValue>>

const FIGURES = ['number', 'decimal', 'money']
export const isFigure = ({ kind }: Pick<FormField, 'kind'>): boolean => FIGURES.includes(kind)

/** A value of the API as it stands in the input. */
export function toInput(field: FormField, value: unknown, locale: string): InputValue {
  if (field.kind === 'yesno') return value === true
  if (value === null || value === undefined) return ''
  return isFigure(field) ? decimalText(value as string | number, locale) : String(value)
}

/** What a figure says; undefined when it is none. */
function figureOf({ kind }: FormField, text: string, locale: string): string | number | undefined {
  const decimal = parseDecimal(text, locale)
  if (decimal === undefined) return undefined
  return kind === 'number' ? Number(decimal) : decimal
}

/** What stands in the input as a value of the API. Undefined: the field is left out. Call only with what {@link checkField} accepts. */
export function toValue(field: FormField, input: InputValue, locale: string): unknown {
  if (typeof input === 'boolean') return input
  const text = field.kind === 'multiline' ? input.trimEnd() : input.trim()
  if (text !== '') return isFigure(field) ? figureOf(field, text, locale) : text
  if (field.nullable) return null
  return field.optional && field.schema.type === 'string' && !field.schema.minLength && !field.schema.pattern ? '' : undefined
}

/** Inputs of a record, or of what a new one begins with. */
export function toInputs(fields: readonly FormField[], record: Readonly<Record<string, unknown>>, locale: string): InputValues {
  return Object.fromEntries(fields.map((field) => [field.name, toInput(field, record[field.name] ?? field.schema.default, locale)]))
}

/** The body of a request, of all fields. */
export function toBody(fields: readonly FormField[], inputs: InputValues, locale: string): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const field of fields) {
    const value = toValue(field, inputs[field.name] ?? '', locale)
    if (value !== undefined) body[field.name] = value
  }
  return body
}
