import type pg from 'pg'
import type { Database } from '../database/database.js'

/** What only one instance does at a time; each its own advisory lock. */
const LOCKS = { relay: 7_301_956, jobs: 7_301_957, logs: 7_301_958, operations: 7_301_959, exports: 7_301_960 } as const

/** One instance of many at a time: whoever holds the lock, for as long as its connection lives. */
export interface Leader {
  /** True while this instance leads; tries to become it. */
  lead(): Promise<boolean>
  resign(): Promise<void>
}

export function createLeader(database: Pick<Database, 'connectAsOwner'>, task: keyof typeof LOCKS): Leader {
  let connection: pg.Client | undefined
  return {
    lead: async () => {
      if (connection) return true
      const client = await database.connectAsOwner()
      const { rows } = await client.query<{ won: boolean }>(`select pg_try_advisory_lock(${LOCKS[task]}) as won`)
      if (!rows[0]?.won) {
        await client.end()
        return false
      }
      client.on('end', () => (connection = undefined))
      connection = client
      return true
    },
    resign: async () => {
      const held = connection
      connection = undefined
      await held?.end()
    },
  }
}
