import type { Database } from '../../platform/database/database.js'
import { schemaOf } from '../../platform/database/roles.js'

const TABLES = `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relkind = 'r' order by 1`

/** How many rows each table of a module holds, over all organizations. */
export async function rowCountsOf({ connectAsOwner, roles }: Pick<Database, 'connectAsOwner' | 'roles'>, moduleId: string): Promise<Record<string, number>> {
  const db = await connectAsOwner()
  try {
    await db.query(`set role "${roles.owner}"`)
    const schema = schemaOf(moduleId)
    const { rows: tables } = await db.query<{ name: string }>(TABLES, [schema])
    const counts: Record<string, number> = {}
    for (const { name } of tables) {
      const { rows } = await db.query<{ count: number }>(`select count(*)::int as count from "${schema}"."${name}"`)
      counts[name] = rows[0]?.count ?? 0
    }
    return counts
  } finally {
    await db.end()
  }
}
