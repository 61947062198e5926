import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { enqueueStatement, openJobs, type Jobs, type NewJob } from '../src/platform/jobs/index.js'
import type { JobRow } from '../src/platform/jobs/job-rows.js'
import { prepareQueue } from '../src/platform/jobs/queue-schema.js'
import { A, B, createPlatformRig, until, type PlatformRig } from './support/platform-rig.js'

const FLOOD = process.env.INNOERP_TEST_SIZE === 'full' ? 10_000 : 600

let rig: PlatformRig
let jobs: Jobs | undefined
beforeAll(async () => {
  rig = await createPlatformRig()
  await prepareQueue(rig.database)
})
afterEach(async () => {
  await jobs?.stop()
  jobs = undefined
  const owner = await rig.database.connectAsOwner()
  await owner.query('truncate platform.jobs, graphile_worker._private_jobs')
  await owner.end()
})
afterAll(() => rig.close())

const open = async (run: (job: JobRow, signal: AbortSignal) => Promise<void>) => {
  jobs = await openJobs(rig.database, rig.logs.logger('test', 'jobs'))
  jobs.start(async (job, signal) => {
    await run(job, signal)
    return '1.0.0'
  })
}
const job = (name: string, more: Partial<NewJob> = {}): NewJob => ({ module_id: 'notes', name, payload: { of: name }, payload_version: '1.0.0', max_attempts: 10, ...more })
const leave = async (organizationId: string, ...all: NewJob[]) => {
  const results = await rig.database.core.batch({ organizationId }, all.map(enqueueStatement))
  return results.map(([row]) => row?.enqueued)
}
const rowsOf = (organizationId: string) =>
  rig.database.core.run<{ name: string; state: string; attempts: number; error: string | null; module_version: string | null }>({ organizationId }, 'select name, state, attempts, error, module_version from platform.jobs order by created_at, id')

const count = async (organizationId: string, state: string) =>
  (await rig.database.core.run<{ count: number }>({ organizationId }, 'select count(*) from platform.jobs where state = $1', [state]))[0]?.count ?? 0

test('a job leaves with its change: rolled back, it never runs', async () => {
  const ran: JobRow[] = []
  await open(async (row) => void ran.push(row))
  const change = rig.database.core.transaction({ organizationId: A, userId: B }, async (tx) => {
    await tx.run([enqueueStatement(job('undone'))])
    throw new Error('rolled back')
  })
  await expect(change).rejects.toThrow('rolled back')
  await rig.database.core.transaction({ organizationId: A, userId: B }, (tx) => tx.run([enqueueStatement(job('done'))]))
  await until(async () => (await rowsOf(A)).some((row) => row.state === 'succeeded'))
  expect(ran).toMatchObject([{ organization_id: A, user_id: B, module_id: 'notes', name: 'done', payload: { of: 'done' }, payload_version: '1.0.0', attempts: 1 }])
  expect(await rowsOf(A)).toMatchObject([{ name: 'done', state: 'succeeded', module_version: '1.0.0' }])
})

test(`${FLOOD} jobs of one organization hold one of four places: another’s job is done at once`, async () => {
  let running = 0
  let most = 0
  for (let left = FLOOD; left > 0; left -= 200) await rig.database.core.run({ organizationId: A }, 'select platform.enqueue_job($1::jsonb || jsonb_build_object($2::text, gen_random_uuid())) from generate_series(1, 200)', [job('a'), 'id'])
  await open(async ({ organization_id }) => {
    if (organization_id !== A) return
    most = Math.max(most, (running += 1))
    await sleep(10)
    running -= 1
  })
  await until(async () => (await count(A, 'succeeded')) > 0)
  const began = performance.now()
  await leave(B, job('b'))
  await until(async () => (await count(B, 'succeeded')) > 0)
  expect(performance.now() - began).toBeLessThan(2_000)
  expect(await count(A, 'queued')).toBeGreaterThan(FLOOD / 2)
  expect(most).toBe(1)
}, 300_000)

test('the first job of a line goes before the hundredth of the others, however many lines are long', async () => {
  const done: string[] = []
  const lines = Array.from({ length: 8 }, (_, n) => `line${n}`)
  for (const module_id of lines) await leave(A, ...Array.from({ length: 100 }, (_, n) => job(`j${n}`, { module_id })))
  await open(async ({ organization_id }) => {
    done.push(organization_id)
    await sleep(5)
  })
  await until(async () => done.length > 20)
  await leave(B, job('b'))
  await until(async () => done.includes(B))
  expect(done.indexOf(B)).toBeLessThan(200)
})

test('what fails is tried again after a pause; what fails for the last time stays, with its error', async () => {
  let tries = 0
  await open(async ({ name }) => {
    if (name === 'hopeless') throw new Error('no luck at all')
    tries += 1
    if (tries === 1) throw new Error('no luck')
  })
  await leave(A, job('second-try'), job('hopeless', { max_attempts: 1 }))
  await until(async () => (await rowsOf(A)).find(({ name, error }) => name === 'second-try' && error === 'no luck'))
  await until(async () => (await rowsOf(A)).every(({ state }) => state !== 'queued' && state !== 'running'))
  expect(await rowsOf(A)).toMatchObject([
    { name: 'second-try', state: 'succeeded', attempts: 2, error: null },
    { name: 'hopeless', state: 'failed', attempts: 1, error: 'no luck at all' },
  ])
})

test('a job waits for its time, and one of the same key replaces it', async () => {
  const ran: unknown[] = []
  await open(async (row) => void ran.push(row.payload))
  const later = new Date(Date.now() + 60_000).toISOString()
  await leave(A, job('later', { key: 'k', run_at: later, payload: { n: 1 } }))
  await sleep(300)
  expect(ran).toEqual([])
  await leave(A, job('now', { key: 'k', payload: { n: 2 } }))
  await leave(B, job('other', { key: 'k', payload: { n: 3 } }))
  await until(async () => ran.length === 2)
  expect(ran).toEqual(expect.arrayContaining([{ n: 2 }, { n: 3 }]))
  expect(await rowsOf(A)).toMatchObject([{ name: 'now', state: 'succeeded' }])
})

test('an organization sees its own jobs alone, and none without one leaves a job', async () => {
  await leave(A, job('mine'))
  expect(await rowsOf(B)).toEqual([])
  await expect(rig.database.core.run({ organizationId: '' }, `select platform.enqueue_job('{}')`)).rejects.toThrow('a job needs an organization')
  await expect(rig.database.core.run({ organizationId: A }, 'select * from graphile_worker._private_jobs')).rejects.toThrow('permission denied')
  await expect(rig.database.core.run({ organizationId: A }, `update platform.jobs set state = 'failed'`)).rejects.toThrow('permission denied')
})

test('stopping waits for what runs, and what a dead host left running is run again', async () => {
  let ended = false
  await open(async () => {
    await sleep(400)
    ended = true
  })
  await leave(A, job('slow'))
  await until(async () => (await rowsOf(A))[0]?.state === 'running')
  await jobs?.stop()
  expect(ended).toBe(true)
  expect(await rowsOf(A)).toMatchObject([{ state: 'succeeded' }])

  await leave(A, job('cut-off'))
  const owner = await rig.database.connectAsOwner()
  await owner.query(`update platform.jobs set state = 'running', attempts = 1 where name = 'cut-off'`)
  await owner.query(`update graphile_worker._private_jobs set attempts = 1, locked_by = 'a dead one', locked_at = now()`)
  await owner.query(`update graphile_worker._private_job_queues set locked_by = 'a dead one', locked_at = now()`)
  await owner.end()
  await open(async () => {})
  await until(async () => (await rowsOf(A)).find(({ name, state }) => name === 'cut-off' && state === 'succeeded'))
})
