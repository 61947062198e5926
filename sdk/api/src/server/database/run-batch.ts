import type pg from 'pg'
import { BatchQuery, type StatementResult } from './batch-query.js'
import type { Scope } from './scope.js'
import type { Statement } from './statement.js'

/** Statements of one round trip. */
export interface Batch {
  statements: readonly Statement[]
  /** How many of the first statements give no rows back. */
  hidden?: number
}

/** Runs a scope's statements where the database wants a proof of the scope that holds on one connection alone. */
export interface ScopeProver {
  /** As {@link BatchPool.submit}, under `scope`. */
  submit(scope: Scope, statements: readonly Statement[]): Promise<StatementResult[]>
  /** The statement that sets `scope` on this connection. */
  statementFor(client: pg.ClientBase, scope: Scope): Promise<Statement>
}

/** Where statements run. */
export interface BatchPool {
  /** Runs a batch on whatever connection is free: one round trip, one implicit transaction. */
  submit(batch: Batch): Promise<StatementResult[]>
  /** A connection to hold, for a transaction. */
  connect(): Promise<pg.PoolClient>
  /** False where a pooler in between cannot keep prepared names. */
  readonly named: boolean
  /** Where a scope has to be proved for each connection: {@link ScopeProver}. */
  readonly prover?: ScopeProver
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

/** True where the connection is at fault, not the statement: it must not go back into the pool. */
export function isConnectionError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: unknown }).code
  return typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code) || /^(08|57P)/.test(code)
}
