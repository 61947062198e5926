import type pg from 'pg'
import type { Channel, OpenChannel } from '../bus.js'
import type { Database } from './database.js'

const RECONNECT_MS = 500

/** Changes by LISTEN/NOTIFY. */
export const notifyChannel =
  (database: Pick<Database, 'connectAsOwner'>, name: string): OpenChannel =>
  async ({ onMessage, onGap }): Promise<Channel> => {
    let connection: pg.Client | undefined
    let closed = false
    let sending: Promise<unknown> = Promise.resolve()

    const listen = async (): Promise<void> => {
      const client = await database.connectAsOwner()
      client.on('notification', ({ payload = '' }) => onMessage(payload))
      client.on('end', () => {
        connection = undefined
        if (!closed) setTimeout(() => void reconnect(), RECONNECT_MS).unref()
      })
      await client.query(`listen ${name}`)
      connection = client
    }
    const reconnect = async (): Promise<void> => {
      try {
        await listen()
        onGap()
      } catch {
        if (!closed) setTimeout(() => void reconnect(), RECONNECT_MS).unref()
      }
    }
    await listen()
    return {
      // Not awaited: the caller's answer does not depend on other instances, and a lost connection is healed by reconnect().
      send: (text) => void (sending = sending.then(() => connection?.query(`select pg_notify('${name}', $1)`, [text])).catch(() => {})),
      close: async () => {
        closed = true
        await sending
        await connection?.end()
      },
    }
  }
