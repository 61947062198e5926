import { error, warning, type Finding, type MigrationFact, type Subject } from './subject.js'

const CREATE = /^\s*create table (?:if not exists )?(\S+)/i
/** What an older version that still serves would trip over. */
const DESTRUCTIVE: readonly [RegExp, string][] = [
  [/\bdrop (table|column)\b/i, 'takes away what an older version still reads'],
  [/\brename (column|to)\b/i, 'renames what an older version still reads'],
  [/\balter column \S+ (set data )?type\b/i, 'changes the type of a column'],
  [/\balter column \S+ set not null\b/i, 'forbids what an older version may still write'],
]

/** Migrations: both ways, protected tables, nothing taken away while older versions serve, nothing changed that was published. */
export function checkMigrations({ inspection, previous }: Subject): Finding[] {
  return [...inspection.migrations.flatMap(checkOne), ...checkProtection(inspection.migrations), ...checkHistory(inspection.migrations, previous?.inspection.migrations ?? [])]
}

function checkOne({ file, expand, down, problem }: MigrationFact): Finding[] {
  if (problem !== undefined) return [error(`${file}: ${problem}`)]
  const findings: Finding[] = []
  if (expand.length === 0) findings.push(error(`${file}: expand does nothing; make the migration with migration({ expand, down })`))
  if (down.length === 0) findings.push(error(`${file}: down does nothing; it takes back what expand made`))
  for (const sql of expand) {
    const found = DESTRUCTIVE.find(([pattern]) => pattern.test(sql))
    if (found) findings.push(error(`${file}: expand ${found[1]}; do it in contract: ${shortened(sql)}`))
  }
  return findings
}

/** As a host asks PostgreSQL after it has run them. */
function checkProtection(migrations: readonly MigrationFact[]): Finding[] {
  const all = migrations.flatMap(({ expand }) => expand).join(';\n')
  const made = migrations.flatMap(({ file, expand }) => expand.flatMap((sql) => CREATE.exec(sql)?.[1] ?? []).map((table) => ({ file, table })))
  return made.flatMap(({ file, table }) => {
    const says = (what: string) => new RegExp(`alter table ${escaped(table)} ${what} row level security`, 'i').test(all)
    if (says('enable') && says('force')) return []
    return [error(`${file}: ${table} has no forced row level security; make it with schema.tenantTable()`)]
  })
}

/** Hosts have run what was published; a change of it would reach none of them. */
function checkHistory(now: readonly MigrationFact[], before: readonly MigrationFact[]): Finding[] {
  const current = new Map(now.map((migration) => [migration.file, migration]))
  const last = before.at(-1)?.file ?? ''
  const known = new Set(before.map(({ file }) => file))
  return [
    ...before.flatMap((published): Finding[] => {
      const same = current.get(published.file)
      if (!same) return [error(`${published.file} was published and is gone; migrations are only added`)]
      return JSON.stringify(same.expand) === JSON.stringify(published.expand) ? [] : [error(`${published.file} was published and has changed; write another migration`)]
    }),
    ...now.filter(({ file }) => !known.has(file) && file < last).map(({ file }) => error(`${file} comes before ${last}, which was published; give it a higher number`)),
    ...now.filter(({ file, contract }) => !known.has(file) && contract.length > 0 && before.length === 0).map(({ file }) => warning(`${file} has a contract phase although nothing was published before`)),
  ]
}

const shortened = (sql: string) => (sql.length > 100 ? `${sql.slice(0, 100)}…` : sql)
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
