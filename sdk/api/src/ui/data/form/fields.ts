import type { AnyForm, FieldKind, FieldOptions, FormLayout } from './form-spec.js'

/** The parts of a field's JSON schema that a form reads. */
export interface FieldSchema {
  type?: string | readonly string[]
  format?: string
  enum?: readonly unknown[]
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  default?: unknown
  readOnly?: boolean
}

interface ObjectSchema {
  properties?: Readonly<Record<string, FieldSchema>>
  required?: readonly string[]
}

/** A field of a form: the schema and what its author said about it. */
export interface FormField {
  name: string
  kind: FieldKind
  schema: FieldSchema
  /** It may be left empty. */
  optional: boolean
  /** Empty is null, not an empty text. */
  nullable: boolean
  options: FieldOptions
}

/** Schemas of the contract that are known by their pattern. */
const KIND_OF_PATTERN: Readonly<Record<string, FieldKind>> = {
  '^-?\\d{1,18}(\\.\\d{1,4})?$': 'decimal',
  '^[A-Z]{3}$': 'currency',
  '^[A-Z]{2}$': 'country',
}
const KIND_OF_FORMAT: Readonly<Record<string, FieldKind>> = { email: 'email', date: 'date', uri: 'url' }
const KIND_OF_NAME: Readonly<Record<string, FieldKind>> = { phone: 'phone', website: 'url' }

/** A text longer than this is written in several lines. */
const LONG_TEXT = 300

const typesOf = ({ type = [] }: FieldSchema): readonly string[] => (typeof type === 'string' ? [type] : type)

/** The kind that a schema asks for; undefined where only the author can say it, as for ids of records. */
export function kindOf(name: string, schema: FieldSchema): FieldKind | undefined {
  const types = typesOf(schema)
  if (schema.enum) return 'choice'
  if (types.includes('boolean')) return 'yesno'
  if (types.includes('integer') || types.includes('number')) return 'number'
  if (!types.includes('string') || schema.format === 'uuid' || schema.format === 'date-time') return undefined
  const known = KIND_OF_FORMAT[schema.format ?? ''] ?? KIND_OF_PATTERN[schema.pattern ?? ''] ?? KIND_OF_NAME[name]
  return known ?? ((schema.maxLength ?? 0) > LONG_TEXT ? 'multiline' : 'text')
}

/** Words of a closed list, without null. */
export const choicesOf = ({ enum: words = [] }: FieldSchema): readonly string[] => words.filter((word) => typeof word === 'string')

/** Whole numbers only. */
export const isInteger = (schema: FieldSchema): boolean => typesOf(schema).includes('integer')

interface Said {
  required: boolean
  options: FieldOptions
}

function fieldOf(name: string, schema: FieldSchema, { required, options }: Said): FormField | undefined {
  const kind = options.kind ?? (options.of ? 'record' : kindOf(name, schema))
  if (!kind || schema.readOnly === true) return undefined
  const nullable = typesOf(schema).includes('null')
  const mayBeEmpty = typesOf(schema).includes('string') && !schema.minLength && !schema.pattern && !schema.format && !schema.enum
  return { name, kind, schema, nullable, optional: !required || nullable || mayBeEmpty, options }
}

/** Writable fields of a form, by name, in the schema's order. */
export function fieldsOf({ schema, fields = {} }: AnyForm): ReadonlyMap<string, FormField> {
  const { properties = {}, required = [] } = schema as ObjectSchema
  const all = Object.entries(properties).flatMap(([name, property]): [string, FormField][] => {
    const field = fieldOf(name, property, { required: required.includes(name), options: fields[name] ?? {} })
    return field ? [[name, field]] : []
  })
  return new Map(all)
}

export interface LayoutSection {
  title: string | undefined
  rows: readonly (readonly FormField[])[]
}

/** The layout with its fields; rows before the first section stand in one without a title. */
export function sectionsOf(form: AnyForm): readonly LayoutSection[] {
  const fields = fieldsOf(form)
  const layout: FormLayout = form.layout ?? [...fields.keys()]
  const rowOf = (row: string | readonly string[]) =>
    (typeof row === 'string' ? [row] : row).map((name) => {
      const field = fields.get(name)
      if (!field) throw new Error(`The form "${form.name}" has no field "${name}" to write; say its kind under "fields" if it holds an id`)
      return field
    })
  const sections: { title: string | undefined; rows: (readonly FormField[])[] }[] = []
  for (const item of layout) {
    if (typeof item === 'object' && 'title' in item) {
      sections.push({ title: item.title, rows: item.rows.map(rowOf) })
      continue
    }
    const last = sections.at(-1)
    if (last && last.title === undefined) last.rows.push(rowOf(item))
    else sections.push({ title: undefined, rows: [rowOf(item)] })
  }
  return sections
}

/** Fields that a form shows, in the order of its layout. */
export const shownFields = (form: AnyForm): readonly FormField[] => sectionsOf(form).flatMap(({ rows }) => rows.flat())
