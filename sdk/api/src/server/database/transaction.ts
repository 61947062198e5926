import type pg from 'pg'
import type { StatementResult } from './batch.js'
import { isConnectionError, runOn, type BatchPool } from './run-batch.js'
import { BEGIN, COMMIT, ROLLBACK, scopeStatement, type Scope } from './scope.js'
import type { Statement } from './statement.js'

/** An open transaction. Nothing is sent before its first statement, which then travels together with BEGIN and the scope. */
export class Transaction {
  readonly #pool: BatchPool
  readonly #scope: Scope
  readonly #afterCommit: (() => void)[] = []
  #client: pg.PoolClient | undefined
  #queue: Promise<unknown> = Promise.resolve()
  #ended = false

  constructor(pool: BatchPool, scope: Scope) {
    this.#pool = pool
    this.#scope = scope
  }

  /** Runs `callback` once the transaction has committed. */
  afterCommit(callback: () => void): void {
    this.#afterCommit.push(callback)
  }

  /** Statements of one transaction run one batch after the other, however many are asked for at once. */
  run(statements: readonly Statement[]): Promise<StatementResult[]> {
    const work = this.#queue.then(() => this.#run(statements))
    this.#queue = work.catch(() => {})
    return work
  }

  async #run(statements: readonly Statement[]): Promise<StatementResult[]> {
    if (this.#ended) throw new Error('The transaction has ended: await every statement before its function returns.')
    if (this.#client) return runOn(this.#client, { statements }, this.#pool.named)
    this.#client = await this.#pool.connect()
    const scope = this.#pool.prover ? await this.#pool.prover.statementFor(this.#client, this.#scope) : scopeStatement(this.#scope)
    return runOn(this.#client, { statements: [BEGIN, scope, ...statements], hidden: 2 }, this.#pool.named)
  }

  async commit(): Promise<void> {
    await this.#queue
    await this.#end(COMMIT)
    for (const callback of this.#afterCommit) callback()
  }

  async rollback(): Promise<void> {
    await this.#queue
    await this.#end(ROLLBACK)
  }

  async #end(statement: Statement): Promise<void> {
    this.#ended = true
    const client = this.#client
    if (!client) return
    let broken: Error | undefined
    try {
      await runOn(client, { statements: [statement] }, this.#pool.named)
    } catch (error) {
      broken = error instanceof Error ? error : new Error(String(error))
      if (statement === COMMIT || !isConnectionError(error)) throw error
    } finally {
      client.release(broken)
    }
  }
}
