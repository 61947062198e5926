import type { FieldErrors, Resolver } from 'react-hook-form'
import { checkField, type Problem } from './check.js'
import type { FormField } from './fields.js'
import type { InputValues } from './values.js'

/** What react-hook-form holds: inputs by the names of their fields. */
export type FormValues = { [name: string]: InputValues[string] }

/** Checks inputs against the schemas of their fields. */
export const resolverOf =
  (fields: readonly FormField[], locale: string, words: (field: FormField, problem: Problem) => string): Resolver<FormValues> =>
  (values) => {
    const errors: FieldErrors<FormValues> = {}
    for (const field of fields) {
      const problem = checkField(field, values[field.name] ?? '', locale)
      if (problem) errors[field.name] = { type: problem.key, message: words(field, problem) }
    }
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} }
  }
