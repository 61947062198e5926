import { createHmac } from 'node:crypto'
import type pg from 'pg'
import type { Database } from './database/database.js'

/** Something that every instance must know at once: what it keeps in memory about it is stale. */
export type Change =
  | { kind: 'organization'; id: string; subdomain?: string }
  | { kind: 'user'; id: string }
  | { kind: 'catalogue' }
  | { kind: 'outbox' }
  | { kind: 'operation'; id: string }
  | { kind: 'trusted-keys' }
  | { kind: 'signing-keys' }
  | { kind: 'platform-settings' }

type Listener = (change: Change) => void | Promise<void>
const RECONNECT_MS = 500

/** Tells changes to this instance at once and to the others by LISTEN/NOTIFY. */
export interface Bus {
  on(listener: Listener): void
  /** Resolves when this instance's listeners are done; the others hear of it within milliseconds. */
  announce(change: Change): Promise<void>
  close(): Promise<void>
}

/** PostgreSQL lets every login shout into every channel, those of modules too: they do not know this one's name. */
const channelOf = (secretKey: string): string => `innoerp_${createHmac('sha256', secretKey).update('channel of changes').digest('hex').slice(0, 32)}`

export async function openBus(database: Database, { secretKey }: { secretKey: string }): Promise<Bus> {
  const channel = channelOf(secretKey)
  const listeners: Listener[] = []
  const sender = `${process.pid}.${Math.random().toString(36).slice(2)}`
  let connection: pg.Client | undefined
  let closed = false
  let sending: Promise<unknown> = Promise.resolve()

  const tell = async (change: Change) => {
    for (const listener of listeners) await listener(change)
  }
  const listen = async (): Promise<void> => {
    const client = await database.connectAsOwner()
    client.on('notification', ({ payload = '' }) => {
      const [from, change] = JSON.parse(payload) as [string, Change]
      if (from !== sender) void tell(change)
    })
    client.on('end', () => {
      connection = undefined
      if (!closed) setTimeout(() => void reconnect(), RECONNECT_MS).unref()
    })
    await client.query(`listen ${channel}`)
    connection = client
  }
  // What was announced while nobody listened is unknown: everything in memory counts as stale.
  const reconnect = async (): Promise<void> => {
    try {
      await listen()
      await tell({ kind: 'catalogue' })
    } catch {
      if (!closed) setTimeout(() => void reconnect(), RECONNECT_MS).unref()
    }
  }
  await listen()
  return {
    on: (listener) => void listeners.push(listener),
    announce: async (change) => {
      await tell(change)
      // Not awaited: the caller's answer does not depend on other instances, and a lost connection is healed by reconnect().
      const payload = JSON.stringify([sender, change])
      sending = sending.then(() => connection?.query(`select pg_notify('${channel}', $1)`, [payload])).catch(() => {})
    },
    close: async () => {
      closed = true
      await sending
      await connection?.end()
    },
  }
}
