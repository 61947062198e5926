import type { AnyEntity } from '../../contract/entity.js'
import { columnsOf, quote, selectList, sqlType } from './columns.js'
import type { Row } from './runner.js'
import { bind, type Statement } from './statement.js'

/** Inserts a row, as far as it gives columns of the record, and returns the record. */
export function insertOne(entity: AnyEntity, table: string, row: Row): Statement {
  const known = new Set(columnsOf(entity))
  const names = Object.keys(row).filter((name) => row[name] !== undefined && known.has(name))
  const places = names.map((_, index) => `$${index + 1}`)
  const text = `insert into ${table} (${names.map(quote).join(', ')}) values (${places.join(', ')}) returning ${selectList(entity)}`
  return bind(text, names.map((name) => row[name]))
}

/** Inserts rows that give the columns `names`: one text for any number of them, so that it is prepared once. */
export function insertMany(entity: AnyEntity, table: string, { names, rows }: { names: readonly string[]; rows: readonly Row[] }): Statement {
  const arrays = names.map((name, index) => `$${index + 1}::${sqlType(entity.properties[name])}[]`)
  const text = `insert into ${table} (${names.map(quote).join(', ')}) select * from unnest(${arrays.join(', ')})`
  return bind(text, names.map((name) => rows.map((row) => row[name] ?? null)))
}
