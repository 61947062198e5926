import { bind, scopeStatement } from '@innoerp/sdk/server'
import type { Database } from './database.js'

/** Statements of the host's own loops: they see outbox, jobs, mails and audit of all organizations, and nothing else. */
export interface RelayDb {
  run<R>(text: string, values?: readonly unknown[]): Promise<R[]>
}

export const createRelayDb = ({ pool, roles }: Pick<Database, 'pool' | 'roles'>): RelayDb => ({
  run: async <R>(text: string, values: readonly unknown[] = []) => {
    const [result] = await pool.submit({ statements: [scopeStatement({ role: roles.relay }), bind(text, values)], hidden: 1 })
    return (result?.rows ?? []) as R[]
  },
})
