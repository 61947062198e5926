import type { ModuleSettings, SettingSchema, SettingValues } from '../../../../clients/module-settings'

/** How a setting is entered. */
export type SettingKind = 'yesno' | 'choice' | 'number' | 'text'

export interface SettingField {
  name: string
  kind: SettingKind
  schema: SettingSchema
  required: boolean
}

/** What stands in an input: text, and for yes and no a truth. */
export type SettingInput = string | boolean
export type SettingInputs = Readonly<Record<string, SettingInput>>

/** What is wrong with an input: a key of the labels and its numbers. */
export interface SettingProblem {
  key: 'required' | 'number' | 'integer' | 'minimum' | 'maximum' | 'maxLength' | 'minLength' | 'pattern'
  limit?: number
}

function kindOf({ type, enum: choices }: SettingSchema): SettingKind {
  if (choices) return 'choice'
  if (type === 'boolean') return 'yesno'
  return type === 'number' || type === 'integer' ? 'number' : 'text'
}

/** The fields of a schema, in its order. */
export const fieldsOf = ({ properties, required = [] }: ModuleSettings['schema']): SettingField[] =>
  Object.entries(properties).map(([name, schema]) => ({ name, schema, kind: kindOf(schema), required: required.includes(name) }))

export function inputOf({ kind }: SettingField, value: unknown): SettingInput {
  if (kind === 'yesno') return value === true
  return value === undefined || value === null ? '' : String(value)
}

export const inputsOf = (fields: readonly SettingField[], values: SettingValues): SettingInputs =>
  Object.fromEntries(fields.map((field) => [field.name, inputOf(field, values[field.name])]))

export const defaultsOf = (fields: readonly SettingField[]): SettingInputs =>
  Object.fromEntries(fields.map((field) => [field.name, inputOf(field, field.schema.default)]))

/** Digits as people type them: with a point or a comma. */
const numberIn = (text: string): number => (/^\s*[-+]?\d+([.,]\d+)?\s*$/.test(text) ? Number(text.replace(',', '.')) : NaN)

/** The value that an input means; undefined where nothing is set. */
export function valueOf({ kind, schema }: SettingField, input: SettingInput): unknown {
  if (typeof input === 'boolean') return input
  if (kind === 'choice') return schema.enum?.find((choice) => String(choice) === input)
  const text = input.trim()
  if (text === '') return undefined
  return kind === 'number' ? numberIn(text) : text
}

export const valuesOf = (fields: readonly SettingField[], inputs: SettingInputs): SettingValues =>
  Object.fromEntries(fields.map((field) => [field.name, valueOf(field, inputs[field.name] ?? '')]).filter(([, value]) => value !== undefined))

/** What the schema does not allow, as far as a person can mend it; formats are left to the server. */
export function problemOf(field: SettingField, input: SettingInput): SettingProblem | undefined {
  const value = valueOf(field, input)
  if (value === undefined) return field.required ? { key: 'required' } : undefined
  if (typeof value === 'number') return numberProblem(field.schema, value)
  if (typeof value === 'string' && field.kind === 'text') return textProblem(field.schema, value)
  return undefined
}

function numberProblem({ type, minimum = -Infinity, maximum = Infinity }: SettingSchema, value: number): SettingProblem | undefined {
  if (Number.isNaN(value)) return { key: 'number' }
  if (type === 'integer' && !Number.isInteger(value)) return { key: 'integer' }
  if (value < minimum) return { key: 'minimum', limit: minimum }
  return value > maximum ? { key: 'maximum', limit: maximum } : undefined
}

function textProblem({ minLength = 0, maxLength = Infinity, pattern }: SettingSchema, value: string): SettingProblem | undefined {
  if (value.length < minLength) return { key: 'minLength', limit: minLength }
  if (value.length > maxLength) return { key: 'maxLength', limit: maxLength }
  return pattern !== undefined && !new RegExp(pattern, 'u').test(value) ? { key: 'pattern' } : undefined
}
