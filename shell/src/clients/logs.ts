import { getApi, type AnyRecord, type ListParams, type ListSource } from '@innoerp/sdk/ui'
import { MONITOR } from './monitoring'
import { withMoments } from './trail'

export const LOG_LEVELS = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'] as const
export const LOG_SERVICES = ['api-gateway', 'tenant-service', 'auth-service', 'user-service', 'monitoring-service'] as const

/** A record of the log. */
export interface LogEntry extends AnyRecord {
  timestamp: string
  level: string
  service: string
  module: string
  action: string | null
  method: string | null
  path: string | null
  username: string | null
  message: string
  organization_id: string | null
  request_id: string | null
  duration_ms: number | null
  status_code: number | null
  client_host: string | null
  user_agent: string | null
  error: unknown
}

const SEARCH = `${MONITOR}/logs/search`
/** Tells each record as it is written (server-sent events `log`). */
export const LOG_STREAM = `${MONITOR}/logs/stream`

/** The conditions of a list as this search names them; days begin and end where the person is. */
export function logQuery({ search, level, service, ...days }: ListParams): ListParams {
  const { from: start_time, to: end_time } = withMoments({ from: days.from, to: days.to })
  return { query: search || undefined, level, service, start_time, end_time }
}

/** The log, the newest first: the last seven days unless `from` says more. */
export const logs: ListSource<LogEntry> = {
  path: SEARCH,
  list: async ({ after, limit = 50, ...params } = {}, options = {}) => {
    const from = Number(after ?? 0)
    const { hits, total } = await getApi().get<{ hits: LogEntry[]; total: number }>(SEARCH, { ...options, query: { ...logQuery(params), size: limit, from } })
    const end = from + hits.length
    return { items: hits, total, skip: from, limit, next: hits.length > 0 && end < total ? String(end) : null }
  },
}

/** A line of the stream: what is absent of it is null, and its number is its id. */
export function entryOf(line: string, id: number): LogEntry {
  const absent = { action: null, method: null, path: null, username: null, organization_id: null, request_id: null, duration_ms: null, status_code: null, client_host: null, user_agent: null, error: null, message: '' }
  return { ...absent, ...(JSON.parse(line) as Omit<LogEntry, 'id'>), id: String(id) }
}
