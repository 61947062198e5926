import type { RelayDb } from '../database/relay-db.js'

/** A job that is to run. */
export interface JobRow {
  id: string
  organization_id: string
  user_id: string | null
  module_id: string
  name: string
  payload: Record<string, unknown>
  /** The version of the module that wrote the payload. */
  payload_version: string
  attempts: number
  max_attempts: number
}

const COLUMNS = 'id, organization_id, user_id, module_id, name, payload, payload_version, attempts, max_attempts'
const BEGIN = `update platform.jobs set state = 'running', attempts = $2, started_at = now() where id = $1 and state in ('queued', 'running') returning ${COLUMNS}`
const SUCCEED = `update platform.jobs set state = 'succeeded', module_version = $2, error = null, finished_at = now() where id = $1`
const FAIL = `update platform.jobs set error = $2, state = case when attempts < max_attempts then 'queued' else 'failed' end,
  finished_at = case when attempts < max_attempts then null else now() end where id = $1`
// Nobody else runs jobs now, so whatever is locked or running was cut off.
const UNLOCK = `with jobs as (update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null)
  update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null`
const CUT_OFF = 'The host ended while the job ran.'
const GIVE_UP = `update platform.jobs j set state = 'failed', error = $1, finished_at = now() from graphile_worker._private_jobs q
  where q.attempts >= q.max_attempts and (q.payload ->> 'id')::uuid = j.id and j.state in ('queued', 'running')`
const RESUME = `update platform.jobs set state = 'queued', error = $1 where state = 'running'`
const TIDY = [
  `delete from platform.jobs where state = 'succeeded' and finished_at < now() - interval '7 days'`,
  `delete from platform.jobs where state = 'failed' and finished_at < now() - interval '30 days'`,
  `delete from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null`,
]

/** What the worker writes about jobs. */
export const createJobRows = (db: RelayDb) => ({
  /** Undefined for a job that was replaced, or that has run. */
  begin: async (id: string, attempts: number): Promise<JobRow | undefined> => (await db.run<JobRow>(BEGIN, [id, attempts]))[0],
  succeed: (id: string, version: string) => db.run(SUCCEED, [id, version]),
  fail: (id: string, error: string) => db.run(FAIL, [id, error.slice(0, 2_000)]),
  /** After a crash: lets what was cut off run again, or says that it never will. */
  recover: async (): Promise<void> => {
    await db.run(UNLOCK)
    await db.run(GIVE_UP, [CUT_OFF])
    await db.run(RESUME, [CUT_OFF])
  },
  tidy: async (): Promise<void> => {
    for (const statement of TIDY) await db.run(statement)
  },
})
export type JobRows = ReturnType<typeof createJobRows>
