import type pg from 'pg'
import type { Batch, StatementResult } from './batch.js'
import type { Scope } from './scope.js'
import type { Statement } from './statement.js'
import { Wire } from './wire.js'

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

const wires = new WeakMap<pg.ClientBase, Wire>()

/** Runs a batch on a connection that is held already, once the batch before it is answered. */
export function runOn(client: pg.ClientBase, batch: Batch, named = true): Promise<StatementResult[]> {
  let wire = wires.get(client)
  if (!wire) wires.set(client, (wire = new Wire(client)))
  const held = wire
  return new Promise((resolve, reject) => held.run(batch, named, (error, results) => (error ? reject(error) : resolve(results))))
}

/** True where the connection is at fault, not the statement: it must not go back into the pool. */
export function isConnectionError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: unknown }).code
  return typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code) || /^(08|57P)/.test(code)
}
