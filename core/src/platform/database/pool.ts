import type { BatchPool } from '@innoerp/sdk/server'
import pg from 'pg'
import type { Config } from '../../config/config.js'
import { types } from './types.js'

export type Connection = Pick<pg.ClientConfig, 'host' | 'port' | 'user' | 'password' | 'database' | 'ssl'>

const CHECK_AFTER_MS = 1_000
const CONNECT_MS = 1_000

/** Connections of the document's size: `DATABASE_POOL_SIZE` kept, `DATABASE_POOL_OVERFLOW` more under load. */
export class ConnectionPool implements BatchPool {
  readonly named: boolean
  readonly #pool: pg.Pool
  readonly #usedAt = new WeakMap<pg.PoolClient, number>()

  constructor(connection: Connection, { poolSize, poolOverflow, prepared }: Config['database']) {
    this.named = prepared
    this.#pool = new pg.Pool({
      ...connection,
      types,
      min: 1,
      max: poolSize + poolOverflow,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 5_000,
      options: '-c TimeZone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000',
      application_name: 'innoerp',
    })
    this.#pool.on('error', () => {}) // an idle connection that broke is replaced at the next request
  }

  /** A connection that is alive: one that has been idle for more than a second is asked first (DECISIONS 12). */
  async connect(): Promise<pg.PoolClient> {
    for (;;) {
      const client = await this.#pool.connect()
      const usedAt = this.#usedAt.get(client)
      const now = Date.now()
      this.#usedAt.set(client, now)
      if (usedAt === undefined || now - usedAt < CHECK_AFTER_MS || (await isUp(client))) return client
    }
  }

  end(): Promise<void> {
    return this.#pool.end()
  }
}

async function isUp(client: pg.PoolClient): Promise<boolean> {
  try {
    await Promise.race([client.query('select 1'), new Promise((_, reject) => setTimeout(reject, CONNECT_MS, new Error('no answer')).unref())])
    return true
  } catch (error) {
    client.release(error instanceof Error ? error : true)
    return false
  }
}
