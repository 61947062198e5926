import type { AnyEntity } from '../../contract/entity.js'
import { columnsOf, quote, selectList, sqlType } from './columns.js'
import type { Row } from './runner.js'
import { bind, type Statement } from './statement.js'

/** A record of twenty optional fields has a million sets of columns; those in use are few. */
const MAX_TEXTS = 200

/** Makes statements that insert a row, as far as it gives columns of the record, and return the record. Rows of the same columns share a text. */
export function insertsInto(entity: AnyEntity, table: string): (row: Row) => Statement {
  const known = new Set(columnsOf(entity))
  const texts = new Map<string, string>()
  return (row) => {
    const names = Object.keys(row).filter((name) => row[name] !== undefined && known.has(name))
    const key = names.join()
    let text = texts.get(key)
    if (text === undefined) {
      const places = names.map((_, index) => `$${index + 1}`)
      text = `insert into ${table} (${names.map(quote).join(', ')}) values (${places.join(', ')}) returning ${selectList(entity)}`
      if (texts.size < MAX_TEXTS) texts.set(key, text)
    }
    return bind(text, names.map((name) => row[name]))
  }
}

/** Inserts rows that give the columns `names`: one text for any number of them, so that it is prepared once. */
export function insertMany(entity: AnyEntity, table: string, { names, rows }: { names: readonly string[]; rows: readonly Row[] }): Statement {
  const arrays = names.map((name, index) => `$${index + 1}::${sqlType(entity.properties[name])}[]`)
  const text = `insert into ${table} (${names.map(quote).join(', ')}) select * from unnest(${arrays.join(', ')})`
  return bind(text, names.map((name) => rows.map((row) => row[name] ?? null)))
}
