import type pg from 'pg'

const TABLES = `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname like $1 and not c.relispartition
    and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped)
  order by 1`

/** Quoted names of the tables that hold rows of organizations, in schemas whose name is like `pattern`. */
export async function schemaTablesOf(db: pg.ClientBase, pattern: string): Promise<string[]> {
  return (await db.query<{ name: string }>(TABLES, [pattern])).rows.map((row) => row.name)
}
