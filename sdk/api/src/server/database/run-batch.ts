import type pg from 'pg'
import { BatchQuery, type StatementResult } from './batch-query.js'
import type { Statement } from './statement.js'

/** Where statements run: a pool of connections, prepared names on unless a pooler in between cannot keep them. */
export interface BatchPool {
  connect(): Promise<pg.PoolClient>
  readonly named: boolean
}

interface Batch {
  statements: readonly Statement[]
  /** How many of the first statements give no rows back. */
  hidden?: number
}

/** Runs a batch on a connection that is held already. */
export function runOn(client: pg.ClientBase, { statements, hidden = 0 }: Batch, named = true): Promise<StatementResult[]> {
  return new Promise((resolve, reject) => {
    const query = new BatchQuery({ statements, hidden, named }, (error, result) => {
      if (error) reject(error)
      else resolve(Array.isArray(result) ? result : [result])
    })
    client.query(query as unknown as pg.Submittable)
  })
}

/** Runs a batch on a connection of the pool: one round trip, one implicit transaction. */
export async function runBatch(pool: BatchPool, batch: Batch): Promise<StatementResult[]> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    return await runOn(client, batch, pool.named)
  } catch (error) {
    if (isConnectionError(error)) broken = error
    throw error
  } finally {
    client.release(broken)
  }
}

/** True where the connection is at fault, not the statement: it must not go back into the pool. */
export function isConnectionError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: unknown }).code
  return typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code) || /^(08|57P)/.test(code)
}
