import { ModuleSchema, type Migration } from '@innoerp/sdk/server'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ModulePackage } from '@innoerp/sdk/contract'
import { schemaOf } from '../platform/database/roles.js'
import type { Query } from './as-owner.js'
import type { TestHost } from './test-host.js'

/** Everything in a schema that a migration can make, one line a thing. */
const CONTENT = `select 'table ' || c.relname || ' ' || coalesce(string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull, ', ' order by a.attname), '') as thing
    from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = to_regnamespace($1) and c.relkind in ('r', 'p', 'v', 'm', 'S') group by c.oid, c.relname
  union all select 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = to_regnamespace($1)
  union all select 'index ' || indexdef from pg_indexes where schemaname = $1
  union all select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = to_regnamespace($1) and not t.tgisinternal
  union all select 'policy ' || tablename || ' ' || policyname from pg_policies where schemaname = $1
  union all select 'function ' || pg_get_functiondef(oid) from pg_proc where pronamespace = to_regnamespace($1)
  union all select 'type ' || typname from pg_type where typnamespace = to_regnamespace($1) and typtype in ('e', 'd')
  order by 1`

/**
 * Takes the migrations of every module of the host down and up again over whatever data there is, in a transaction that is rolled
 * back. Returns what `down` left behind and what came back otherwise; an empty list is the proof.
 */
export async function proveMigrations(host: TestHost): Promise<string[]> {
  const problems: string[] = []
  for (const folder of host.modules) problems.push(...(await proveModule(host, folder)))
  return problems
}

async function proveModule(host: TestHost, folder: string): Promise<string[]> {
  const { innoerp } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as ModulePackage
  const schema = schemaOf(innoerp.id)
  const migrations = await migrationsIn(path.join(folder, 'build', 'migrations'))
  const { roles } = host.host.platform.database
  const names = { schema, role: roles.module(innoerp.id), owner: roles.owner }
  return host.asOwner(async (query) => {
    const things = async () => (await query<{ thing: string }>(CONTENT, [schema])).map(({ thing }) => thing)
    await query('begin')
    try {
      const before = await things()
      for (const migration of migrations.toReversed()) await run(query, new ModuleSchema(names), migration.down)
      const left = await things()
      for (const migration of migrations) await run(query, new ModuleSchema(names), migration.expand)
      const after = await things()
      return [...left.map((thing) => `${schema}: down leaves ${thing}`), ...differences(before, after).map((line) => `${schema}: ${line}`)]
    } finally {
      await query('rollback')
    }
  })
}

async function migrationsIn(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((name) => /^\d{4}-[a-z0-9-]+\.js$/.test(name)).sort()
  return Promise.all(files.map(async (file) => ((await import(pathToFileURL(path.join(folder, file)).href)) as { default: Migration }).default))
}

async function run(query: Query, schema: ModuleSchema, step: Migration['down']): Promise<void> {
  step(schema)
  for (const sql of schema.statements) await query(sql)
}

const differences = (before: readonly string[], after: readonly string[]): string[] => [
  ...before.filter((thing) => !after.includes(thing)).map((thing) => `does not come back: ${thing}`),
  ...after.filter((thing) => !before.includes(thing)).map((thing) => `comes back otherwise: ${thing}`),
]
