import type { Client } from '@elastic/elasticsearch'
import type { Batch } from '../logging/pump.js'
import { indexOf } from './log-retention.js'

const LINES = 2_000
const CONFLICT = 409
/** Each record begins with its level and the time that the logger writes itself. */
const DAY = /"timestamp":"(\d{4}-\d{2}-\d{2})/

/**
 * Brings a batch in bulk, each record into the index of its day. A record has the same id at every try, so that one that came through
 * the first time is not there twice.
 * @returns how many records the cluster refused for good
 * @throws what the client throws where nobody answers
 */
export async function writeBatch(client: Client, { id, lines }: Batch): Promise<number> {
  let refused = 0
  for (let at = 0; at < lines.length; at += LINES) {
    const operations = lines.slice(at, at + LINES).flatMap((line, offset) => {
      const day = DAY.exec(line)?.[1] ?? new Date().toISOString().slice(0, 10)
      return [JSON.stringify({ create: { _index: indexOf(day), _id: `${id}.${at + offset}` } }), line]
    })
    const { errors, items } = await client.bulk({ operations, filter_path: ['errors', 'items.create.status'] })
    if (!errors) continue
    const statuses = items.map(({ create }) => create?.status ?? 0)
    if (statuses.some((status) => status === 429 || status >= 500)) throw new BusyError()
    refused += statuses.filter((status) => status >= 400 && status !== CONFLICT).length
  }
  return refused
}

/** The cluster answers, but took only a part for now. */
export class BusyError extends Error {}
