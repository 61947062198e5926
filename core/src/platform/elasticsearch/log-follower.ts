import type { Client } from '@elastic/elasticsearch'
import { NEWEST, WHOLE } from './log-search.js'

const STEP_MS = 1_000
/** How late a record may come after its time and still be told: Fluentd gathers for five seconds. */
const LATE_MS = 20_000
const MOST = 500

/** Tells new records of all instances while somebody listens, by asking once a second. A second that nobody answers is made up for later. */
export function createFollower(client: Client): { follow(listener: (lines: readonly string[]) => void): () => void } {
  const listeners = new Set<(lines: readonly string[]) => void>()
  let told = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
  let since = 0
  const look = async (): Promise<void> => {
    const from = Math.max(since, Date.now() - LATE_MS)
    const { hits } = await client.search<Record<string, unknown>>({ ...WHOLE, size: MOST, sort: NEWEST, query: { range: { timestamp: { gte: new Date(from).toISOString() } } } })
    const fresh = hits.hits.filter(({ _id = '' }) => !told.has(_id)).toReversed()
    const now = Date.now()
    told = new Map([...told].filter(([, at]) => at > now - 2 * LATE_MS))
    for (const { _id = '' } of fresh) told.set(_id, now)
    if (fresh.length === 0) return
    const lines = fresh.map(({ _source }) => JSON.stringify(_source))
    for (const listener of listeners) listener(lines)
  }
  const turn = async (): Promise<void> => {
    // Searches say that nobody answers, and so does /health.
    await look().catch(() => {})
    if (listeners.size > 0) timer = setTimeout(() => void turn(), STEP_MS).unref()
    else timer = undefined
  }
  return {
    follow: (listener) => {
      listeners.add(listener)
      if (timer === undefined) {
        since = Date.now()
        timer = setTimeout(() => void turn(), STEP_MS).unref()
      }
      return () => void listeners.delete(listener)
    },
  }
}
