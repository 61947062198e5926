import type { Admin, Kafka } from 'kafkajs'
import { within } from './within.js'

/** Connecting and answering together. */
const ASK_MS = 10_000

/** Questions to the brokers, each with a deadline. */
export interface Asker {
  /** @throws after ten seconds at most; the client behind it is made anew then */
  ask<T>(question: (admin: Admin) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export function createAsker(kafka: Kafka): Asker {
  let current: { admin: Admin; connected: Promise<void> } | undefined
  const open = () => {
    const admin = kafka.admin()
    return { admin, connected: admin.connect() }
  }
  return {
    ask: async (question) => {
      current ??= open()
      const client = current
      try {
        return await within(ASK_MS, client.connected.then(() => question(client.admin)))
      } catch (error) {
        // Not awaited: a client that met a silent broker never answers again, to this neither.
        client.admin.disconnect().catch(() => {})
        if (current === client) current = undefined
        throw error
      }
    },
    close: async () => {
      if (current) await within(ASK_MS, current.admin.disconnect()).catch(() => {})
    },
  }
}
