import type { EntityPlan, FieldPlan } from './plan.js'

interface Place {
  entity: EntityPlan
  column: string
  /** Tables of the module, whose rows a column may name. */
  tables: ReadonlySet<string>
  /** Whether rows may be there already. */
  isAdded: boolean
}

const MAX_INTEGER = 2_147_483_647
/** What rows get that are there before a column which may not be empty and has no default of its own. */
const FIRST_VALUES: Readonly<Record<string, string>> = { text: "''", number: '0', boolean: 'false' }

/** The line of a migration that makes a column for a field. */
export function columnCode(place: Place): string {
  const { entity, column, isAdded } = place
  const field = entity.fields[column] ?? {}
  const made = isAdded ? addedColumn(column, field) : newColumn(place, field)
  if (isOptional(entity, column)) return made
  const value = field.default === undefined ? (isAdded ? FIRST_VALUES[kindOf(field)] : undefined) : literal(field.default)
  // Without a value for rows that are there, the column stays open: the author decides.
  if (isAdded && value === undefined) return made
  return `${made}.notNullable()${value === undefined ? '' : `.defaultTo(${value})`}`
}

export const isReference = (column: string, { format }: FieldPlan): boolean => format === 'uuid' && column.endsWith('_id')

const typesOf = ({ type = [] }: FieldPlan): string[] => [type].flat()
const isOptional = ({ fields, required }: EntityPlan, column: string): boolean => !required.includes(column) || typesOf(fields[column] ?? {}).includes('null')
const isName = ({ pattern }: FieldPlan): boolean => pattern === '\\S'
const isDecimal = ({ description }: FieldPlan): boolean => description === 'Exact decimal'

function newColumn({ entity, column, tables }: Place, field: FieldPlan): string {
  const name = literal(column)
  if (isReference(column, field)) {
    const table = column.slice(0, -'_id'.length)
    if (!tables.has(table)) return `tenant.reference(${name})`
    return `tenant.reference(${name}, { table: ${literal(table)}${isOptional(entity, column) ? ", onDelete: 'set null'" : ''} })`
  }
  if (isDecimal(field)) return `tenant.decimal(${name})`
  return isName(field) ? `tenant.name(${name})` : plainColumn(name, field)
}

/** `alterTable` has knex's own builder alone. */
function addedColumn(column: string, field: FieldPlan): string {
  const name = literal(column)
  if (isDecimal(field)) return `t.specificType(${name}, 'numeric')`
  return isName(field) ? `t.specificType(${name}, 'text collate "und-x-icu"')` : plainColumn(name, field)
}

function plainColumn(name: string, field: FieldPlan): string {
  const { format, maximum = Infinity } = field
  if (format === 'uuid') return `t.uuid(${name})`
  if (format === 'date') return `t.date(${name})`
  if (format === 'date-time') return `t.timestamp(${name}, { useTz: true, precision: 3 })`
  const types = typesOf(field)
  if (types.includes('integer')) return maximum <= MAX_INTEGER ? `t.integer(${name})` : `t.bigInteger(${name})`
  if (types.includes('number')) return `t.specificType(${name}, 'numeric')`
  if (types.includes('boolean')) return `t.boolean(${name})`
  return types.includes('string') ? `t.text(${name})` : `t.jsonb(${name})`
}

function kindOf(field: FieldPlan): string {
  const types = typesOf(field)
  if (isDecimal(field) || types.includes('integer') || types.includes('number')) return 'number'
  if (types.includes('boolean')) return 'boolean'
  return types.includes('string') && field.format === undefined ? 'text' : 'other'
}

/** A value as TypeScript in the style of the house. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`
  return typeof value === 'object' ? `JSON.stringify(${JSON.stringify(value)})` : String(value)
}
