import type { TSchema } from '@sinclair/typebox'
import type { AnyEntity } from '../../contract/entity.js'

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const tableName = (schema: string, table: string): string => `${quote(schema)}.${quote(table)}`

/** The columns of a record in the order of its schema. */
export const columnsOf = (entity: AnyEntity): string[] => Object.keys(entity.properties)
export const selectList = (entity: AnyEntity): string => columnsOf(entity).map(quote).join(', ')

const typesOf = (field: TSchema | undefined): string[] => [field?.type].flat().filter((type): type is string => typeof type === 'string')
export const isNullable = (field: TSchema | undefined): boolean => typesOf(field).includes('null')

/** The SQL type that a filter's or cursor's text is cast to. */
export function sqlType(field: TSchema | undefined): string {
  const [type] = typesOf(field)
  if (type === 'integer') return 'bigint'
  if (type === 'number') return 'numeric'
  if (type === 'boolean') return 'boolean'
  const format: unknown = field?.format
  if (format === 'uuid') return 'uuid'
  if (format === 'date') return 'date'
  if (format === 'date-time') return 'timestamptz'
  return field?.description === 'Exact decimal' ? 'numeric' : 'text'
}

const LAST: Record<string, string> = { date: `'infinity'::date`, timestamptz: `'infinity'::timestamptz`, numeric: `'infinity'::numeric`, bigint: '9223372036854775807', text: `''`, uuid: `'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid`, boolean: 'true' }

/**
 * What a list is ordered by: the column, or for one that may be null the column with a stand-in, so that one index serves order
 * and keyset (text without a value comes first, everything else last).
 */
export function sortExpression(name: string, field: TSchema | undefined): string {
  return isNullable(field) ? `coalesce(${quote(name)}, ${LAST[sqlType(field)] ?? `''`})` : quote(name)
}
