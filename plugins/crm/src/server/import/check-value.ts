import type { TSchema } from '@innoerp/sdk/contract'
import { Company } from '../../shared/company.js'
import { IMPORT_FIELDS, type ImportField } from '../../shared/company-import.js'
import type { CheckValue } from './check-row.js'

/** A compiled schema, as Fastify gives it: true, or `errors` says which rule was broken. */
export interface Validator {
  (value: unknown): boolean
  errors?: readonly { keyword: string; params?: Record<string, unknown> }[] | null
}

/**
 * Judges cells by the very schema that a company is created with.
 * @param compile the host's validator compiler, such as `request.compileValidationSchema`
 */
export function createCheckValue(compile: (schema: TSchema) => Validator): CheckValue {
  const validators = new Map<ImportField, Validator>(IMPORT_FIELDS.map((field) => [field, compile(Company.properties[field])]))
  return (field, value) => {
    // PostgreSQL cannot hold it in text.
    if (value.includes('\0')) return 'The cell holds a character that is not text (NUL). Remove it.'
    const validate = validators.get(field)
    return validate && !validate(value) ? messageOf(validate, value) : undefined
  }
}

function messageOf({ errors }: Validator, value: string): string {
  const { keyword, params } = errors?.[0] ?? { keyword: '' }
  if (keyword === 'maxLength') return `At most ${String(params?.limit)} characters are possible; the cell has ${value.length}.`
  if (keyword === 'format') return `“${value.slice(0, 100)}” is not a valid ${params?.format === 'email' ? 'e-mail address' : String(params?.format)}.`
  return `“${value.slice(0, 100)}” is not possible here.`
}
