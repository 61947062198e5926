import type { Model, QueryBuilder } from 'objection'
import type { Context } from '../../contract/context.js'
import type { Statement } from './statement.js'

export type Row = Record<string, unknown>

/** What runs statements for a context. */
export interface Runner {
  /** Runs one statement or Objection query; its rows. */
  run<R = Row>(ctx: Context, query: Statement | QueryBuilder<Model, unknown>): Promise<R[]>
  /** Runs statements in one round trip and one transaction; the rows of each. */
  batch(ctx: Context, statements: readonly Statement[]): Promise<Row[][]>
  transaction<T>(ctx: Context, work: (tx: Context) => Promise<T>): Promise<T>
}
