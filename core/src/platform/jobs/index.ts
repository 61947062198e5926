/**
 * Jobs: work apart from any request, left in the transaction of a change, run at least once in the module version that its organization
 * runs when it starts (DECISIONS 19), tried again with growing pauses, kept to be looked at. graphile-worker does the queueing. Each
 * organization has a line of its own for each module and of each line one job runs at a time, so nobody's flood holds up the others.
 */
import { bind, newId, type Statement } from '@innoerp/sdk/server'
import type { Logger } from 'pino'
import type { Database } from '../database/database.js'
import { createRelayDb } from '../database/relay-db.js'
import { createLeader } from '../events/leader.js'
import { createJobRows } from './job-rows.js'
import { prepareQueue } from './queue-schema.js'
import { startWorker, type RunJob, type Worker } from './worker.js'


/** A job to leave. */
export interface NewJob {
  module_id: string
  name: string
  /** Replaces one of the same key that waits. */
  key?: string | undefined
  payload: Record<string, unknown>
  payload_version: string
  max_attempts: number
  /** ISO 8601. */
  run_at?: string | undefined
}
export interface Jobs {
  /** Begins to run jobs, on one instance at a time. */
  start(run: RunJob): void
  /** Takes no new job and waits for those that run; after some seconds their signal is aborted and they are tried again later. */
  stop(): Promise<void>
}

/** Leaves a job for the organization of the scope; the row's `enqueued` is false where its quota of the hour is used up. */
export const enqueueStatement = (job: NewJob): Statement => bind('select platform.enqueue_job($1) as enqueued', [{ id: newId(), ...job }])

const LEAD_MS = 2_000
const TIDY_MS = 3_600_000

export async function openJobs(database: Database, log: Logger): Promise<Jobs> {
  await prepareQueue(database)
  const rows = createJobRows(createRelayDb(database))
  const leader = createLeader(database, 'jobs')
  const complain = (error: unknown) => log.error({ err: error }, 'Jobs cannot be run; it is tried again')
  let worker: Worker | undefined
  let turn: Promise<void> = Promise.resolve()
  const timers: NodeJS.Timeout[] = []

  const lead = async (run: RunJob): Promise<void> => {
    const leads = await leader.lead()
    if (leads && !worker) {
      await rows.recover()
      worker = startWorker({ pool: database.openPool('relay', 10), rows, run, log })
    } else if (!leads && worker) {
      await worker.stop()
      worker = undefined
    }
  }
  return {
    start: (run) => {
      const check = () => void (turn = turn.then(() => lead(run)).catch(complain))
      timers.push(setInterval(check, LEAD_MS), setInterval(() => void rows.tidy().catch(complain), TIDY_MS))
      for (const timer of timers) timer.unref()
      check()
    },
    stop: async () => {
      for (const timer of timers) clearInterval(timer)
      await turn
      await worker?.stop()
      worker = undefined
      await leader.resign()
    },
  }
}
