import type { Static } from '@innoerp/sdk/contract'
import { bind } from '@innoerp/sdk/server'
import type { CoreDb } from '../../platform/database/core-db.js'
import type { LogEntry, LogHits, LogQuery, LogStatistics } from './schemas.js'

type Query = Static<typeof LogQuery>
type Hits = Static<typeof LogHits>
type Entry = Static<typeof LogEntry>

const DAY_MS = 86_400_000
const DEFAULT_DAYS = 7
const COLUMNS = `id::text as id, timestamp, level, service, module, action, method, path, username, message, organization_id, user_id, request_id, duration_ms, status_code,
  client_host, user_agent, error`
const TEXT = `(request_id = $5 or concat_ws(' ', message, path, username, action, error::text) ilike '%' || replace(replace(replace($5, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')`
const WHERE = `timestamp >= $1 and timestamp <= $2 and ($3::text is null or service = $3) and ($4::text is null or level = $4) and ($5::text is null or ${TEXT})`

/** The log as it is kept in the database (facts §1: the last seven days unless told). */
export const createLogRepository = (db: CoreDb) => ({
  search: async ({ service, level, start_time, end_time, query, size = 50, from = 0 }: Query): Promise<Hits> => {
    const values = [...range({ start_time, end_time }), service, level, query?.trim() || undefined]
    const [rows = [], counts = []] = await db.batch('platform', [
      bind(`select ${COLUMNS} from platform.log_entries where ${WHERE} order by timestamp desc, id desc limit $6 offset $7`, [...values, size, from]),
      bind(`select count(*)::int as count from platform.log_entries where ${WHERE}`, values),
    ])
    return { hits: rows as unknown as Entry[], total: Number(counts[0]?.count ?? 0) }
  },
  statistics: async (asked: Pick<Query, 'start_time' | 'end_time'>): Promise<Static<typeof LogStatistics>> => {
    const [start, end] = range(asked)
    const rows = await db.run<{ level: string; service: string; count: number }>('platform', 'select level, service, count(*)::int as count from platform.log_entries where timestamp >= $1 and timestamp <= $2 group by level, service', [start, end])
    return { total: rows.reduce((sum, row) => sum + row.count, 0), by_level: sumBy(rows, 'level'), by_service: sumBy(rows, 'service'), time_range: { start, end } }
  },
  errors: ({ hours, size }: { hours: number; size: number }): Promise<Entry[]> =>
    db.run<Entry>('platform', `select ${COLUMNS} from platform.log_entries where level in ('ERROR', 'CRITICAL') and timestamp > now() - make_interval(hours => $1) order by timestamp desc limit $2`, [hours, size]),
})
export type LogRepository = ReturnType<typeof createLogRepository>

function range({ start_time, end_time }: { start_time?: string | undefined; end_time?: string | undefined }): [string, string] {
  const end = end_time ?? new Date(Date.now() + DAY_MS).toISOString()
  return [start_time ?? new Date(Date.now() - DEFAULT_DAYS * DAY_MS).toISOString(), end]
}

function sumBy(rows: readonly { level: string; service: string; count: number }[], key: 'level' | 'service'): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const row of rows) sums[row[key]] = (sums[row[key]] ?? 0) + row.count
  return sums
}
