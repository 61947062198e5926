import type { Batch, BatchPool, StatementResult } from '@innoerp/sdk/server'
import pg from 'pg'
import type { Config } from '../../config/config.js'
import { Lanes } from './lanes.js'
import { SESSION } from './session.js'
import { types } from './types.js'

export type Connection = Pick<pg.ClientConfig, 'host' | 'port' | 'user' | 'password' | 'database' | 'ssl'>

const CHECK_AFTER_MS = 1_000
const CONNECT_MS = 1_000

/** Connections of the document's size: `DATABASE_POOL_SIZE` for single round trips, `DATABASE_POOL_OVERFLOW` (or as many again) for transactions. */
export class ConnectionPool implements BatchPool {
  readonly named: boolean
  readonly #pool: pg.Pool
  readonly #lanes: Lanes
  readonly #usedAt = new WeakMap<pg.PoolClient, number>()

  constructor(connection: Connection, { directUrl, poolSize, poolOverflow, prepared }: Config['database']) {
    this.named = prepared
    const settings = { ...connection, types, ...(directUrl === undefined && { options: SESSION }), application_name: 'innoerp' }
    const connect = async (): Promise<pg.Client> => {
      const client = new pg.Client({ ...settings, connectionTimeoutMillis: 5_000 })
      client.on('error', () => {}) // the statement under way fails, and the lane is replaced
      await client.connect()
      return client
    }
    this.#lanes = new Lanes({ connect, size: poolSize, named: prepared })
    this.#pool = new pg.Pool({
      ...settings,
      max: poolOverflow > 0 ? poolOverflow : poolSize,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 5_000,
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

  submit(batch: Batch): Promise<StatementResult[]> {
    return this.#lanes.submit(batch)
  }

  async end(): Promise<void> {
    await Promise.all([this.#lanes.end(), this.#pool.end()])
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
