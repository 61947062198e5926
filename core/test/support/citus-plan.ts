import type { Query } from '../../src/testing/as-owner.js'

/** What Citus asks of a table that it is to spread over nodes, and what of ours does not have it. */
export interface CitusPlan {
  /** In the order in which they can be distributed: what is referred to comes first. */
  tables: string[]
  /** Foreign keys that close a circle, each to be taken away before and added again after. */
  circles: { table: string; name: string; definition: string }[]
  /** Triggers, which Citus runs on the node of a row only where that is allowed. */
  triggers: string[]
  /** What would stop it: a table, a unique index or a foreign key, and why. */
  obstacles: string[]
}

const MODULES = `n.nspname like 'mod\\_%' and c.relkind in ('r', 'p') and not c.relispartition`
const TABLES = `select format('%I.%I', n.nspname, c.relname) as name, coalesce(a.attnotnull, false) as is_fit
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  left join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and a.atttypid = 'uuid'::regtype and not a.attisdropped
  where ${MODULES} order by 1`
const INDEXES = `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
  where ${MODULES} and (i.indisunique or i.indisexclusion) and not exists (
    select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and a.attnum = any (i.indkey::int2[])) order by 1`
const KEYS = `select format('%s of %s', k.conname, k.conrelid::regclass) as name, k.conname as constraint, pg_get_constraintdef(k.oid) as definition, k.conrelid::regclass::text as source, k.confrelid::regclass::text as target,
    (select array_position(k.conkey, a.attnum) from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'organization_id') as here,
    (select array_position(k.confkey, a.attnum) from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'organization_id') as there,
    k.confdeltype in ('n', 'd') and (k.confdelsetcols is null
      or exists (select 1 from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'organization_id' and a.attnum = any (k.confdelsetcols))) as clears
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where k.contype = 'f' and k.conparentid = 0 and ${MODULES} order by 1`
const TRIGGERS = `select format('%s of %s', t.tgname, t.tgrelid::regclass) as name from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where not t.tgisinternal and ${MODULES} order by 1`

interface Key {
  name: string
  constraint: string
  definition: string
  source: string
  target: string
  here: number | null
  there: number | null
  clears: boolean
}

/** Reads from the catalogue of a database what modules have there. */
export async function planCitus(query: Query): Promise<CitusPlan> {
  const tables = await query<{ name: string; is_fit: boolean }>(TABLES)
  const indexes = await query<{ name: string }>(INDEXES)
  const keys = await query<Key>(KEYS)
  const triggers = await query<{ name: string }>(TRIGGERS)
  const order = inOrder(tables.map(({ name }) => name), keys)
  const circles = keys.filter(({ source, target }) => order.indexOf(target) > order.indexOf(source))
  return {
    tables: order,
    circles: circles.map(({ source, constraint, definition }) => ({ table: source, name: constraint, definition })),
    triggers: triggers.map(({ name }) => name),
    obstacles: [
      ...tables.filter((table) => !table.is_fit).map(({ name }) => `table ${name}: organization_id is not there, or may be null`),
      ...indexes.map(({ name }) => `unique index ${name}: does not hold organization_id`),
      ...keys.filter(({ here, there }) => here === null || here !== there).map(({ name }) => `foreign key ${name}: does not go by organization_id`),
      ...keys.filter(({ clears }) => clears).map(({ name }) => `foreign key ${name}: would clear organization_id`),
    ],
  }
}

function inOrder(tables: readonly string[], keys: readonly Key[]): string[] {
  const placed: string[] = []
  const place = (table: string, above: readonly string[]): void => {
    if (placed.includes(table) || above.includes(table)) return
    for (const { source, target } of keys) if (source === table) place(target, [...above, table])
    placed.push(table)
  }
  for (const table of tables) place(table, [])
  return placed
}

/** The file `infra/postgres/citus.sql`. */
export function citusSql({ tables, circles, triggers }: CitusPlan): string {
  return [
    '-- Spreads the tables of the modules over the nodes of a Citus cluster, by organization: run once as their owner on the coordinator,',
    '-- after the modules are installed. Made from the catalogue by core/test/citus.test.ts; core/docs/operations/citus.md says what stays.',
    'begin;',
    '-- Each of these looks at rows of its own organization alone, so they may run where the row is:',
    ...triggers.map((name) => `--   ${name}`),
    'set local citus.enable_unsafe_triggers to on;',
    ...circles.map(({ table, name }) => `alter table ${table} drop constraint ${name};`),
    ...tables.map((name) => `select create_distributed_table('${name}', 'organization_id');`),
    ...circles.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition};`),
    'commit;',
    '',
  ].join('\n')
}
