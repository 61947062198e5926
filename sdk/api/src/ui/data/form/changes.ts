import type { FormField } from './fields.js'
import { toInput, toValue, type InputValues } from './values.js'

type Plain = Readonly<Record<string, unknown>>

/** Absent, null and empty mean the same to a reader. */
const same = (a: unknown, b: unknown) => (a ?? '') === (b ?? '')

/** Fields and the locale that their figures are written in. */
export interface FieldSet {
  fields: readonly FormField[]
  locale: string
}

/** The fields that an input changes, with their new values. */
export function changesOf({ fields, locale }: FieldSet, record: Plain, inputs: InputValues): Record<string, unknown> {
  const changes: Record<string, unknown> = {}
  for (const field of fields) {
    const input = inputs[field.name] ?? ''
    // Compared as they stand in the input, so that "1.50" from the server is not a change of "1.5".
    if (input === toInput(field, record[field.name], locale)) continue
    const value = toValue(field, input, locale)
    if (value !== undefined && !same(value, record[field.name])) changes[field.name] = value
  }
  return changes
}

/** A field that someone else changed while it stood in a form. */
export interface Conflict {
  field: FormField
  /** As it is saved now. */
  theirs: unknown
  /** As it stands in the form; undefined where it was not touched. */
  mine: unknown
}

export interface Versions {
  /** The record as it was when the form was opened. */
  base: Plain
  /** The record as it is saved now. */
  theirs: Plain
}

/** What someone else changed since `base`; of it, what was changed here as well and differs, has `mine`. */
export function conflictsOf(set: FieldSet, { base, theirs }: Versions, inputs: InputValues): readonly Conflict[] {
  const mine = changesOf(set, base, inputs)
  return set.fields
    .filter(({ name }) => !same(base[name], theirs[name]))
    .filter(({ name }) => !(name in mine) || !same(mine[name], theirs[name]))
    .map((field) => ({ field, theirs: theirs[field.name], mine: field.name in mine ? mine[field.name] : undefined }))
}
