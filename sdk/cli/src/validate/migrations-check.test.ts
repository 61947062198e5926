import { expect, test } from 'vitest'
import { checkMigrations } from './migrations-check.js'
import type { MigrationFact, Subject } from './subject.js'

const NOTE = '"module"."note"'
const PROTECTED = [`create table ${NOTE} (id uuid)`, `alter table ${NOTE} enable row level security`, `alter table ${NOTE} force row level security`]
const fact = (change: Partial<MigrationFact> = {}): MigrationFact => ({ file: '0001-note.js', expand: PROTECTED, contract: [], down: [`drop table ${NOTE}`], ...change })

/** What is said of `now`, when `before` was published. */
function saidOf(now: MigrationFact[], before?: MigrationFact[]): string[] {
  const inspection = { routes: [], consumers: [], ports: [], jobs: [], migrations: now }
  const previous = before && { manifest: {}, inspection: { ...inspection, migrations: before } }
  return checkMigrations({ inspection, previous } as unknown as Subject).map(({ message }) => message)
}

test('a table that the schema builder makes is in order', () => {
  expect(saidOf([fact()])).toEqual([])
})

test.each([
  ['a migration that cannot be run', fact({ problem: 'boom' }), 'boom'],
  ['one that does nothing', fact({ expand: [] }), 'expand does nothing'],
  ['one without a way back', fact({ down: [] }), 'down does nothing'],
  ['a table without row level security', fact({ expand: PROTECTED.slice(0, 1) }), `${NOTE} has no forced row level security`],
  ['row level security that its owner passes', fact({ expand: PROTECTED.slice(0, 2) }), `${NOTE} has no forced row level security`],
  ['another table’s protection', fact({ expand: [...PROTECTED, 'create table "module"."note2" (id uuid)'] }), '"module"."note2" has no forced'],
  ['a column that goes', fact({ expand: [...PROTECTED, `alter table ${NOTE} drop column "body"`] }), 'takes away what an older version still reads'],
  ['a column that is renamed', fact({ expand: [...PROTECTED, `alter table ${NOTE} rename column "a" to "b"`] }), 'renames'],
  ['a type that changes', fact({ expand: [...PROTECTED, `alter table ${NOTE} alter column "a" type bigint`] }), 'changes the type'],
  ['a value that must be there', fact({ expand: [...PROTECTED, `alter table ${NOTE} alter column "a" set not null`] }), 'forbids'],
])('%s is told', (_, migration, message) => {
  expect(saidOf([migration])).toEqual([expect.stringContaining(message)])
})

test('a column may go in the contract phase', () => {
  expect(saidOf([fact(), fact({ file: '0002-less.js', expand: ['select 1'], contract: [`alter table ${NOTE} drop column "body"`] })], [fact()])).toEqual([])
})

test('what was published neither changes nor goes, and nothing slips in before it', () => {
  expect(saidOf([fact(), fact({ file: '0002-more.js', expand: ['select 1'] })], [fact()])).toEqual([])
  expect(saidOf([fact({ expand: [...PROTECTED, 'select 1'] })], [fact()])).toEqual(['0001-note.js was published and has changed; write another migration'])
  expect(saidOf([], [fact()])).toEqual(['0001-note.js was published and is gone; migrations are only added'])
  expect(saidOf([fact({ file: '0000-early.js' }), fact()], [fact()])).toEqual(['0000-early.js comes before 0001-note.js, which was published; give it a higher number'])
})
