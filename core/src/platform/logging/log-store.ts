/**
 * The log store where there is no Elasticsearch: every record of the log files, kept in the database for some days, written in batches
 * off the request (DECISIONS 16).
 */
import type { CoreDb } from '../database/core-db.js'
import type { LogFiles } from './log-files.js'

const FLUSH_MS = 500
const KEEP_MS = 3_600_000
/** Characters that wait for the database; beyond them the newest are left out of the store, not out of the files. */
const MAX_WAITING = 20_000_000
const DAYS = 7
const INSERT = `insert into platform.log_entries (timestamp, level, service, module, action, method, path, username, message, organization_id, user_id, request_id,
    duration_ms, status_code, client_host, user_agent, error)
  select e.timestamp, e.level, e.service, e.module, e.action, e.method, e.path, e.username, coalesce(e.message, ''), e.organization_id, e.user_id, e.request_id,
    e.duration_ms, e.status_code, e.client_host, e.user_agent, coalesce(e.error, e.err)
  from jsonb_to_recordset($1::jsonb) as e (timestamp timestamptz, level text, service text, module text, action text, method text, path text, username text,
    message text, organization_id uuid, user_id uuid, request_id text, duration_ms double precision, status_code integer, client_host text, user_agent text, error jsonb, err jsonb)`

export interface LogStore {
  /** False while the last batch could not be written. */
  isWell(): boolean
  /** Told of each batch of lines as they are written. */
  onBatch(listener: (lines: readonly string[]) => void): void
  flush(): Promise<void>
  close(): Promise<void>
}

export async function openLogStore({ db, logs }: { db: CoreDb; logs: LogFiles }): Promise<LogStore> {
  let waiting = ''
  let isWell = true
  const listeners: ((lines: readonly string[]) => void)[] = []
  const keep = () => db.run('platform', 'select platform.keep_log_partitions($1)', [DAYS])
  await keep()
  logs.tee((text) => {
    if (waiting.length < MAX_WAITING) waiting += text
  })
  const flush = async (): Promise<void> => {
    logs.flush()
    if (waiting === '') return
    const lines = waiting.trimEnd().split('\n')
    waiting = ''
    for (const listener of listeners) listener(lines)
    try {
      // Null characters are no text for PostgreSQL.
      await db.run('platform', INSERT, [`[${lines.join(',').replaceAll('\\u0000', '')}]`])
      isWell = true
    } catch {
      // The files have them; telling it in the log would come back here.
      isWell = false
    }
  }
  const timers = [setInterval(() => void flush(), FLUSH_MS), setInterval(() => void keep().catch(() => (isWell = false)), KEEP_MS)]
  for (const timer of timers) timer.unref()
  return {
    isWell: () => isWell,
    onBatch: (listener) => void listeners.push(listener),
    flush,
    close: async () => {
      for (const timer of timers) clearInterval(timer)
      await flush()
    },
  }
}
