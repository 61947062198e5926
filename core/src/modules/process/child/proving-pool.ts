import { provenScopeStatement, runOn, type Batch, type BatchPool, type Scope, type ScopeProver, type Statement, type StatementResult } from '@innoerp/sdk/server'
import pg from 'pg'
import { SESSION } from '../../../platform/database/session.js'
import { types } from '../../../platform/database/types.js'
import type { StartInit } from '../protocol.js'
import { PROOF_SECONDS } from '../scope-key.js'

/** Asks the host to prove that this connection may work for an organization. */
export type Prove = (organizationId: string, backend: number) => Promise<string>

const NOBODY = ''
/** A proof is asked for anew while it still holds. */
const FRESH_MS = (PROOF_SECONDS * 1_000) / 2
/** A module has few connections: one that is held without being used is taken back. */
const LOOK_MS = 250
const IDLE_IN_TRANSACTION_MS = 10_000

interface Kept {
  proof: Promise<string>
  until: number
}

/** The few connections of a module's own process: one line for single round trips and transactions alike. */
export class ProvingPool implements BatchPool {
  readonly named: boolean
  readonly prover: ScopeProver
  readonly #pool: pg.Pool
  readonly #prove: Prove
  readonly #proofs = new WeakMap<pg.ClientBase, Map<string, Kept>>()
  readonly #starvation: NodeJS.Timeout
  #hasMoved = false
  #starvedMs = 0

  constructor({ database, isPrepared, maxConnections }: Pick<StartInit, 'database' | 'isPrepared' | 'maxConnections'>, prove: Prove) {
    this.named = isPrepared
    this.#prove = prove
    this.#pool = new pg.Pool({ ...database, types, options: `${SESSION} -c idle_in_transaction_session_timeout=${IDLE_IN_TRANSACTION_MS}`, application_name: 'innoerp-module', max: maxConnections, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 5_000 })
    this.#pool.on('error', () => {}) // an idle connection that broke is replaced at the next request
    const moved = () => void (this.#hasMoved = true)
    for (const event of ['acquire', 'release'] as const) this.#pool.on(event, moved)
    this.#pool.on('connect', (client) => client.on('drain', moved))
    this.#starvation = setInterval(() => this.#look(maxConnections), LOOK_MS)
    this.#starvation.unref()
    this.prover = {
      submit: (scope, statements) => this.#alone((client) => this.#submit(client, scope, statements)),
      statementFor: (client, scope) => this.#statementFor(client, scope),
    }
  }

  /** How long (ms) work has waited for a connection while those that have one did nothing. */
  get starvedMs(): number {
    return this.#starvedMs
  }

  submit(batch: Batch): Promise<StatementResult[]> {
    return this.#alone((client) => runOn(client, batch, this.named))
  }

  connect(): Promise<pg.PoolClient> {
    return this.#pool.connect()
  }

  end(): Promise<void> {
    clearInterval(this.#starvation)
    return this.#pool.end()
  }

  /** Counted in looks, so that a process that was held up itself does not take that for starvation. */
  #look(maxConnections: number): void {
    const { waitingCount, idleCount, totalCount } = this.#pool
    const isStarved = waitingCount > 0 && idleCount === 0 && totalCount === maxConnections && !this.#hasMoved
    this.#starvedMs = isStarved ? this.#starvedMs + LOOK_MS : 0
    this.#hasMoved = false
  }

  async #alone<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect()
    try {
      return await work(client)
    } finally {
      client.release()
    }
  }

  async #submit(client: pg.PoolClient, scope: Scope, statements: readonly Statement[]): Promise<StatementResult[]> {
    return runOn(client, { statements: [await this.#statementFor(client, scope), ...statements], hidden: 1 }, this.named)
  }

  async #statementFor(client: pg.ClientBase, scope: Scope): Promise<Statement> {
    const { organizationId } = scope
    return provenScopeStatement(scope, organizationId === undefined ? NOBODY : await this.#proofFor(client, organizationId))
  }

  /** Kept for each connection and organization while it is fresh; what failed is asked for again. */
  #proofFor(client: pg.ClientBase, organizationId: string): Promise<string> {
    let proofs = this.#proofs.get(client)
    if (!proofs) this.#proofs.set(client, (proofs = new Map()))
    const known = proofs.get(organizationId)
    const now = Date.now()
    if (known && known.until > now) return known.proof
    const proof = this.#prove(organizationId, (client as unknown as { processID: number }).processID)
    proofs.set(organizationId, { proof, until: now + FRESH_MS })
    proof.catch(() => proofs.delete(organizationId))
    return proof
  }
}
