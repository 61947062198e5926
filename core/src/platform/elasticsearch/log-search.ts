import type { Client, estypes } from '@elastic/elasticsearch'
import { logErrors } from '../logging/errors.js'
import { assertDepth, rangeOf, type LogStore } from '../logging/log-store.js'
import type { LogEntry, LogQuery } from '../logging/schemas.js'
import { isAway } from './client.js'
import { PATTERN } from './log-template.js'

type Query = estypes.QueryDslQueryContainer
type Source = Partial<Omit<LogEntry, 'id'>>

const HOUR_MS = 3_600_000
const MAX_SERVICES = 500
const RETRY_S = 5
const PARTS = ['message.raw', 'path', 'username', 'action', 'error.type', 'error.code', 'error.message.raw']
const WORDS = ['message', 'error.message', 'error.stack']
/** A part of an answer would look like the whole. */
export const WHOLE = { index: PATTERN, allow_partial_search_results: false } as const
/** Records of one millisecond stand in the order in which they came. */
export const NEWEST: estypes.Sort = [{ timestamp: { order: 'desc', unmapped_type: 'date' } }, { _seq_no: { order: 'desc', unmapped_type: 'long' } }]

/** Searches of the log in Elasticsearch. A record is found a second or two after it was written. */
export const logSearch = (client: Client): Pick<LogStore, 'search' | 'statistics' | 'errors'> => ({
  search: async (asked) => {
    const { from, size } = assertDepth(asked)
    const { hits } = await answered(client.search<Source>({ ...WHOLE, from, size, sort: NEWEST, track_total_hits: true, query: { bool: { filter: filtersOf(asked) } } }))
    return { hits: hits.hits.map(entryOf), total: totalOf(hits.total) }
  },
  statistics: async (asked) => {
    const aggs = { levels: { terms: { field: 'level', size: 10 } }, services: { terms: { field: 'service', size: MAX_SERVICES } } }
    const { hits, aggregations } = await answered(client.search<Source, Counts>({ ...WHOLE, size: 0, track_total_hits: true, query: { bool: { filter: filtersOf(asked) } }, aggs }))
    const { start, end } = rangeOf(asked)
    return { total: totalOf(hits.total), by_level: countsOf(aggregations?.levels), by_service: countsOf(aggregations?.services), time_range: { start, end } }
  },
  errors: async ({ hours, size }) => {
    const filter = [{ terms: { level: ['ERROR', 'CRITICAL'] } }, { range: { timestamp: { gt: new Date(Date.now() - hours * HOUR_MS).toISOString() } } }]
    const { hits } = await answered(client.search<Source>({ ...WHOLE, size, sort: NEWEST, query: { bool: { filter } } }))
    return hits.hits.map(entryOf)
  },
})

/** @throws LOG_SEARCH_DOWN (503) where nobody answers */
export async function answered<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    throw isAway(error) ? logErrors.SEARCH_DOWN({ retryAfter: RETRY_S }) : error
  }
}

function filtersOf({ service, level, query, ...asked }: LogQuery): Query[] {
  const { start, end } = rangeOf(asked)
  const words = query?.trim()
  return [
    { range: { timestamp: { gte: start, lte: end } } },
    ...(service ? [{ term: { service } }] : []),
    ...(level ? [{ term: { level } }] : []),
    ...(words ? [anywhere(words)] : []),
  ]
}

/** As the database's search finds: a request's id, or any part of what people read. */
function anywhere(words: string): Query {
  const value = `*${words.replace(/[\\*?]/g, '\\$&')}*`
  return {
    bool: {
      minimum_should_match: 1,
      should: [
        { term: { request_id: words } },
        ...PARTS.map((field) => ({ wildcard: { [field]: { value, case_insensitive: true } } })),
        ...WORDS.map((field) => ({ match_phrase: { [field]: words } })),
      ],
    },
  }
}

interface Counts {
  levels: Buckets
  services: Buckets
}
interface Buckets {
  buckets: { key: string; doc_count: number }[]
}
const countsOf = (terms: Buckets | undefined): Record<string, number> => Object.fromEntries((terms?.buckets ?? []).map(({ key, doc_count }) => [key, doc_count]))
const totalOf = (total: estypes.SearchTotalHits | number | undefined): number => (typeof total === 'object' ? total.value : (total ?? 0))

function entryOf({ _id, _source = {} }: estypes.SearchHit<Source>): LogEntry {
  const { timestamp = '', level = '', service = '', module = '', message = '' } = _source
  const { action = null, method = null, path = null, username = null, organization_id = null, user_id = null, request_id = null } = _source
  const { duration_ms = null, status_code = null, client_host = null, user_agent = null, error = null } = _source
  return { id: _id ?? '', timestamp, level, service, module, action, method, path, username, message, organization_id, user_id, request_id, duration_ms, status_code, client_host, user_agent, error }
}
