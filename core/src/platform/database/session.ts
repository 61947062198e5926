import type pg from 'pg'

const SETTINGS = { TimeZone: 'UTC', statement_timeout: '30000', idle_in_transaction_session_timeout: '60000' }

/** How every connection that runs statements of services or modules is set up: times in UTC, nothing that goes on for ever. */
export const SESSION = Object.entries(SETTINGS).map(([name, value]) => `-c ${name}=${value}`).join(' ')

/** Behind a pooler, which takes no such words from a client, the login itself is set up so. */
export async function keepSession(db: pg.ClientBase, login: string): Promise<void> {
  for (const [name, value] of Object.entries(SETTINGS)) await db.query(`alter role "${login.replaceAll('"', '""')}" set ${name} = '${value}'`)
}
