import { columnCode, isReference, literal } from './column-code.js'
import { BROUGHT, type EntityPlan, type ModulePlan } from './plan.js'
import { tablesMade, type Tables } from './tables-made.js'

/** A migration that brings the tables to what the records say. */
export interface Draft {
  /** TypeScript. */
  code: string
  /** Such as `note`, for the file's name. */
  about: string
  /** Table → columns that it adds; a new table has all of its own. */
  adds: Readonly<Record<string, readonly string[]>>
}

interface Difference {
  entity: EntityPlan
  isNew: boolean
  columns: readonly string[]
}

/** Columns that no record has any more; they are for a contract phase, which an author writes. */
export function leftOver({ entities, migrations }: ModulePlan): string[] {
  const tables = tablesMade(migrations)
  return entities.flatMap(({ table, fields }) => [...(tables.get(table) ?? [])].filter((column) => !BROUGHT.has(column) && !(column in fields)).map((column) => `${table}.${column}`))
}

/** What is missing, as a migration; undefined when nothing is. */
export function draftOf({ entities, migrations }: ModulePlan): Draft | undefined {
  const made = tablesMade(migrations)
  const missing = inOrder(entities.flatMap((entity) => differenceOf(entity, made)))
  if (missing.length === 0) return undefined
  const tables = new Set([...made.keys(), ...entities.map(({ table }) => table)])
  const parts = missing.map((difference) => (difference.isNew ? newTable(difference, tables) : moreColumns(difference, tables)))
  const imports = missing.filter(({ isNew, entity }) => isNew && sortOf(entity).length > 0).map(({ entity }) => `import { ${entity.name} } from '${entity.importedFrom}'`)
  const code = [
    ...["import { migration } from '@innoerp/sdk/server'", ...imports.sort(), ''],
    'export default migration({',
    ...phase('expand', parts.flatMap(({ up }) => up)),
    ...phase('down', parts.toReversed().flatMap(({ down }) => down)),
    '})',
    '',
  ].join('\n')
  return { code, about: aboutOf(missing), adds: Object.fromEntries(missing.map(({ entity, columns }) => [entity.table, columns])) }
}

function differenceOf(entity: EntityPlan, made: Tables): Difference[] {
  const before = made.get(entity.table)
  const columns = Object.keys(entity.fields).filter((column) => !BROUGHT.has(column) && !before?.has(column))
  return before && columns.length === 0 ? [] : [{ entity, isNew: !before, columns }]
}

/** A table comes after those that its rows name. */
function inOrder(differences: readonly Difference[]): Difference[] {
  const sorted: Difference[] = []
  const place = (difference: Difference, above: readonly Difference[]): void => {
    if (sorted.includes(difference) || above.includes(difference)) return
    const named = difference.columns.filter((column) => isReference(column, difference.entity.fields[column] ?? {})).map((column) => column.slice(0, -'_id'.length))
    for (const other of differences) if (named.includes(other.entity.table)) place(other, [...above, difference])
    sorted.push(difference)
  }
  for (const difference of differences) place(difference, [])
  return sorted
}

const sortOf = ({ sort }: EntityPlan): string[] => Object.keys(sort)
const phase = (name: string, lines: readonly string[]): string[] => [`  ${name}: (schema) => {`, ...lines.map((line) => `    ${line}`), '  },']

function newTable({ entity, columns }: Difference, tables: ReadonlySet<string>) {
  const lines = columns.map((column) => columnCode({ entity, column, tables, isAdded: false }))
  const sort = sortOf(entity)
  if (sort.length > 0) lines.push(`tenant.sortable(${entity.name}, [${sort.map(literal).join(', ')}])`)
  const parameters = lines.some((line) => line.startsWith('tenant.')) ? '(t, tenant)' : '(t)'
  const table = literal(entity.table)
  return {
    up: [`schema.tenantTable(${table}, ${parameters} => {`, ...lines.map((line) => `  ${line}`), '})'],
    down: [`schema.dropTable(${table})`],
  }
}

function moreColumns({ entity, columns }: Difference, tables: ReadonlySet<string>) {
  const table = literal(entity.table)
  const indexes = columns.flatMap((column) => [
    ...(isReference(column, entity.fields[column] ?? {}) ? [`create index on {schema}."${entity.table}" (organization_id, "${column}") where deleted_at is null`] : []),
    ...(entity.sort[column] === undefined ? [] : [entity.sort[column]]),
  ])
  return {
    up: [
      `schema.alterTable(${table}, (t) => {`,
      ...columns.map((column) => `  ${columnCode({ entity, column, tables, isAdded: true })}`),
      '})',
      ...indexes.map((sql) => `schema.raw(${literal(sql)})`),
    ],
    down: [`schema.alterTable(${table}, (t) => {`, `  t.dropColumns(${columns.map(literal).join(', ')})`, '})'],
  }
}

function aboutOf(missing: readonly Difference[]): string {
  const [first] = missing
  if (missing.length !== 1 || !first) return missing.map(({ entity }) => entity.table).slice(0, 3).join('-').replaceAll('_', '-')
  const [column] = first.columns
  return (first.isNew || column === undefined ? first.entity.table : `${first.entity.table}-${column}`).replaceAll('_', '-')
}
