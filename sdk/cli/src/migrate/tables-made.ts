import type { MigrationPlan } from './plan.js'

/** Table → its columns. */
export type Tables = ReadonlyMap<string, ReadonlySet<string>>

const NAME = String.raw`(?:"([^"]+)"|([a-z_][a-z0-9_]*))`
const TABLE = String.raw`(?:(?:"[^"]+"|[a-z_][a-z0-9_]*)\.)?${NAME}`
const CREATE = new RegExp(String.raw`^\s*create table (?:if not exists )?${TABLE}\s*\(([^]*)\)[^)]*$`, 'i')
const ALTER = new RegExp(String.raw`^\s*alter table (?:if exists )?(?:only )?${TABLE}\s+([^]*)$`, 'i')
const DROP = new RegExp(String.raw`^\s*drop table (?:if exists )?${TABLE}`, 'i')
const FIRST = new RegExp(String.raw`^\s*${NAME}`, 'i')
const ADD = new RegExp(String.raw`^\s*add (?:column )?(?:if not exists )?${NAME}`, 'i')
const REMOVE = new RegExp(String.raw`^\s*drop (?:column )?(?:if exists )?${NAME}`, 'i')
const RENAME = new RegExp(String.raw`^\s*rename (?:column )?${NAME} to ${NAME}`, 'i')
/** Words that begin a part of a table which is no column. */
const NO_COLUMN = new Set(['constraint', 'primary', 'unique', 'check', 'foreign', 'exclude', 'like', 'index'])

/** The tables that stand when all phases of all migrations have run. */
export function tablesMade(migrations: readonly MigrationPlan[]): Tables {
  const tables = new Map<string, Set<string>>()
  for (const sql of migrations.flatMap(({ expand, contract }) => [...expand, ...contract])) follow(sql, tables)
  return tables
}

function follow(sql: string, tables: Map<string, Set<string>>): void {
  const created = CREATE.exec(sql)
  if (created) return void tables.set(nameIn(created), new Set(parts(created[3] ?? '').flatMap((part) => columnIn(FIRST, part))))
  const dropped = DROP.exec(sql)
  if (dropped) return void tables.delete(nameIn(dropped))
  const altered = ALTER.exec(sql)
  const columns = altered && tables.get(nameIn(altered))
  if (columns) for (const part of parts(altered[3] ?? '')) change(part, columns)
}

function change(part: string, columns: Set<string>): void {
  const renamed = RENAME.exec(part)
  if (renamed) {
    columns.delete(nameIn(renamed))
    columns.add(renamed[3] ?? renamed[4] ?? '')
    return
  }
  for (const name of columnIn(ADD, part)) columns.add(name)
  for (const name of columnIn(REMOVE, part)) columns.delete(name)
}

const nameIn = (match: RegExpExecArray): string => match[1] ?? match[2] ?? ''

function columnIn(pattern: RegExp, part: string): string[] {
  const match = pattern.exec(part)
  if (!match || (match[2] !== undefined && NO_COLUMN.has(match[2].toLowerCase()))) return []
  return [nameIn(match)]
}

/** Splits at commas that stand in no brackets and no quotes. */
function parts(text: string): string[] {
  const found: string[] = ['']
  let depth = 0
  let quote = ''
  for (const letter of text) {
    if (quote !== '') quote = letter === quote ? '' : quote
    else if (letter === "'" || letter === '"') quote = letter
    else if (letter === '(') depth += 1
    else if (letter === ')') depth -= 1
    if (letter === ',' && depth === 0 && quote === '') found.push('')
    else found[found.length - 1] += letter
  }
  return found
}
