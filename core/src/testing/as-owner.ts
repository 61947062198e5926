import type { Database } from '../platform/database/database.js'

/** Runs SQL; the rows. */
export type Query = <R = Record<string, unknown>>(sql: string, values?: unknown[]) => Promise<R[]>

/** Runs `work` on a connection of the tables' owner, past row level security and all code of the modules. */
export async function asOwnerOf<T>({ connectAsOwner, roles }: Pick<Database, 'connectAsOwner' | 'roles'>, work: (query: Query) => Promise<T>): Promise<T> {
  const db = await connectAsOwner()
  try {
    await db.query(`set role "${roles.owner}"`)
    return await work(async <R>(sql: string, values?: unknown[]) => (await db.query(sql, values)).rows as R[])
  } finally {
    await db.end()
  }
}
