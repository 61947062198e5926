/**
 * The log store where there is no Elasticsearch: every record of the log files, kept in the database for some days, written in batches
 * off the request (DECISIONS 16).
 */
import { bind } from '@innoerp/sdk/server'
import type { CoreDb } from '../database/core-db.js'
import type { Database } from '../database/database.js'
import type { LogFiles } from './log-files.js'
import { assertDepth, rangeOf, type LogStore } from './log-store.js'
import { createPump } from './pump.js'
import type { LogEntry } from './schemas.js'

const KEEP_MS = 3_600_000
const INSERT = `insert into platform.log_entries (timestamp, level, service, module, action, method, path, username, message, organization_id, user_id, request_id,
    duration_ms, status_code, client_host, user_agent, error)
  select e.timestamp, e.level, e.service, e.module, e.action, e.method, e.path, e.username, coalesce(e.message, ''), e.organization_id, e.user_id, e.request_id,
    e.duration_ms, e.status_code, e.client_host, e.user_agent, e.error
  from jsonb_to_recordset($1::jsonb) as e (timestamp timestamptz, level text, service text, module text, action text, method text, path text, username text,
    message text, organization_id uuid, user_id uuid, request_id text, duration_ms double precision, status_code integer, client_host text, user_agent text, error jsonb)`
const COLUMNS = `id::text as id, timestamp, level, service, module, action, method, path, username, message, organization_id, user_id, request_id, duration_ms, status_code,
  client_host, user_agent, error`
const TEXT = `(request_id = $5 or concat_ws(' ', message, path, username, action, error::text) ilike '%' || replace(replace(replace($5, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')`
const WHERE = `timestamp >= $1 and timestamp <= $2 and ($3::text is null or service = $3) and ($4::text is null or level = $4) and ($5::text is null or ${TEXT})`
const COUNTS = 'select level, service, count(*)::int as count from platform.log_entries where timestamp >= $1 and timestamp <= $2 group by level, service'
const ERRORS = `select ${COLUMNS} from platform.log_entries where level in ('ERROR', 'CRITICAL') and timestamp > now() - make_interval(hours => $1) order by timestamp desc limit $2`
const FORGET = 'delete from platform.log_entries where organization_id = $1'

export interface PostgresLogOptions {
  database: Pick<Database, 'core' | 'connectAsOwner' | 'roles'>
  logs: LogFiles
  /** How long records are kept. */
  days: number
}

export async function openPostgresLogStore({ database, logs, days }: PostgresLogOptions): Promise<LogStore> {
  const { core: db } = database
  let isWell = true
  const listeners = new Set<(lines: readonly string[]) => void>()
  const keep = () => db.run('platform', 'select platform.keep_log_partitions($1)', [days])
  await keep()
  const pump = createPump({
    logs,
    write: async ({ lines }) => {
      for (const listener of listeners) listener(lines)
      try {
        // Null characters are no text for PostgreSQL.
        await db.run('platform', INSERT, [`[${lines.join(',').replaceAll('\\u0000', '')}]`])
        isWell = true
      } catch {
        // The files have them; telling it in the log would come back here.
        isWell = false
      }
      return true
    },
  })
  const timer = setInterval(() => void keep().catch(() => (isWell = false)), KEEP_MS)
  timer.unref()
  return {
    ...readerOf(db, pump.flush),
    isWell: () => isWell,
    follow: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    forget: async (organizationId) => {
      await pump.flush()
      return forget(database, organizationId)
    },
    close: async () => {
      clearInterval(timer)
      await pump.close()
    },
  }
}

function readerOf(db: CoreDb, flush: () => Promise<void>): Pick<LogStore, 'search' | 'statistics' | 'errors'> {
  return {
    search: async (asked) => {
      const { from, size } = assertDepth(asked)
      const { start, end } = rangeOf(asked)
      const values = [start, end, asked.service, asked.level, asked.query?.trim() || undefined]
      await flush()
      const [rows = [], counts = []] = await db.batch('platform', [
        bind(`select ${COLUMNS} from platform.log_entries where ${WHERE} order by timestamp desc, id desc limit $6 offset $7`, [...values, size, from]),
        bind(`select count(*)::int as count from platform.log_entries where ${WHERE}`, values),
      ])
      return { hits: rows as unknown as LogEntry[], total: Number(counts[0]?.count ?? 0) }
    },
    statistics: async (asked) => {
      const { start, end } = rangeOf(asked)
      const rows = await db.run<Count>('platform', COUNTS, [start, end])
      return { total: rows.reduce((sum, row) => sum + row.count, 0), by_level: sumBy(rows, 'level'), by_service: sumBy(rows, 'service'), time_range: { start, end } }
    },
    errors: ({ hours, size }) => db.run<LogEntry>('platform', ERRORS, [hours, size]),
  }
}

interface Count {
  level: string
  service: string
  count: number
}

function sumBy(rows: readonly Count[], key: 'level' | 'service'): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const row of rows) sums[row[key]] = (sums[row[key]] ?? 0) + row.count
  return sums
}

/** The owner's work: the host itself may add records and read them, nothing more. */
async function forget({ connectAsOwner, roles }: PostgresLogOptions['database'], organizationId: string): Promise<number> {
  const owner = await connectAsOwner()
  try {
    await owner.query(`set role "${roles.owner}"`)
    return (await owner.query(FORGET, [organizationId])).rowCount ?? 0
  } finally {
    await owner.end()
  }
}
