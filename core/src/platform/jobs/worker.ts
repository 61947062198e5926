import { Logger, runTaskList, type JobHelpers } from 'graphile-worker'
import type pg from 'pg'
import type { Logger as Log } from 'pino'
import type { JobRow, JobRows } from './job-rows.js'
import { SCHEMA } from './queue-schema.js'

/** Jobs that run at once. */
const CONCURRENCY = 4
const DRAIN_MS = 5_000

/** Runs one job; what throws is tried again. Returns the version of the module that ran it. */
export type RunJob = (job: JobRow, signal: AbortSignal) => Promise<string>

export interface Worker {
  stop(): Promise<void>
}
export interface WorkerDeps {
  /** Connections of the relay's role; the worker ends them. */
  pool: pg.Pool
  rows: JobRows
  run: RunJob
  log: Log
}

export function startWorker({ pool, rows, run, log }: WorkerDeps): Worker {
  const runOne = async (payload: unknown, { job, abortSignal }: JobHelpers): Promise<void> => {
    const { id } = payload as { id: string }
    const row = await rows.begin(id, job.attempts)
    if (!row) return
    const startedAt = performance.now()
    const about = { action: 'job', job_id: id, name: row.name, module: row.module_id, organization_id: row.organization_id, attempts: row.attempts }
    try {
      const version = await abortable(abortSignal, (signal) => run(row, signal))
      await rows.succeed(id, version)
      log.info({ ...about, duration_ms: Math.round(performance.now() - startedAt) }, 'Job done')
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      await rows.fail(id, reason)
      log.warn({ ...about, error: reason }, row.attempts < row.max_attempts ? 'Job failed; it is tried again' : 'Job failed for the last time')
      throw error
    }
  }
  // What a job throws is logged above, with its organization.
  const logger = new Logger(() => (level, message) => {
    if (level === 'error' && !message.startsWith('Failed task')) log.error({ action: 'jobs' }, message)
  })
  const workers = runTaskList(
    { schema: SCHEMA, concurrency: CONCURRENCY, noHandleSignals: true, gracefulShutdownAbortTimeout: DRAIN_MS, logger },
    { 'module-job': runOne },
    pool,
  )
  workers.promise.catch((error: unknown) => log.error({ err: error }, 'The worker of jobs ended'))
  return {
    stop: async () => {
      await workers.gracefulShutdown()
      await pool.end()
    },
  }
}

/** Gives each job a signal of its own: the worker's is the same for all, and would keep what every job listens with. */
async function abortable<T>(shared: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const own = new AbortController()
  const abort = () => own.abort()
  shared?.addEventListener('abort', abort, { once: true })
  try {
    return await work(own.signal)
  } finally {
    shared?.removeEventListener('abort', abort)
  }
}
