import type { TSchema } from '@sinclair/typebox'

/** What is wrong with the value of a field; undefined if nothing is. */
export type CheckValue = (field: string, value: string) => string | undefined

/** A compiled schema, as Fastify gives it: true, or `errors` says which rule was broken. */
export interface Validator {
  (value: unknown): boolean
  errors?: readonly { keyword: string; params?: Record<string, unknown> }[] | null
}

const FORMATS: Readonly<Record<string, string>> = { email: 'e-mail address', date: 'date of the form 2026-12-31' }

/**
 * Judges cells by the very schemas that a record is created with.
 * @param compile the host's validator compiler, such as `request.compileValidationSchema`
 */
export function createCheckValue(fields: Readonly<Record<string, TSchema>>, compile: (schema: TSchema) => Validator): CheckValue {
  const validators = new Map(Object.entries(fields).map(([field, schema]) => [field, compile(schema)]))
  return (field, value) => {
    // PostgreSQL cannot hold it in text.
    if (value.includes('\0')) return 'The cell holds a character that is not text (NUL). Remove it.'
    const validate = validators.get(field)
    return validate && !validate(value) ? messageOf(validate, value) : undefined
  }
}

function messageOf({ errors }: Validator, value: string): string {
  const { keyword, params = {} } = errors?.[0] ?? { keyword: '' }
  const shown = `“${value.slice(0, 100)}”`
  if (keyword === 'maxLength') return `At most ${String(params.limit)} characters are possible; the cell has ${value.length}.`
  if (keyword === 'format') return `${shown} is not a valid ${FORMATS[String(params.format)] ?? String(params.format)}.`
  if (keyword === 'enum') return `${shown} is not possible here. Possible are: ${wordsOf(params.allowedValues)}.`
  return `${shown} is not possible here.`
}

const wordsOf = (values: unknown): string => (Array.isArray(values) ? values.filter((value) => value !== null).join(', ') : '')
