// What 10,000 organizations cost beside 10, in statements and in time; and what reads feel of 20 people who sign in at once.
import { startTestServer, createTestDatabase } from '@innoerp/core/testing'
import pg from 'pg'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../lib/root.mjs'
import { median } from './figures.mjs'
import { ask, freePort, onCore, startServer } from './processes.mjs'
import { countStatements } from './statement-counter.mjs'
import { PASSWORD, hashedPassword } from './tenants.mjs'

const [FEW, MANY, PEOPLE, ROUNDS] = [10, 10_000, 10, 40]
/** As the host hashes by itself: the sign-ins are to cost what they cost. */
const COST = 12

/** Organizations `big0`, `big1` … with their people, in one statement each; every password is the same, and hashed once. */
async function fill(db, { from, to, hash }) {
  await db.query(
    `insert into tenant.organizations (id, name, slug, subdomain, owner_email, owner_name)
     select gen_random_uuid(), 'big' || n, 'big' || n, 'big' || n, 'owner@example.com', 'Owner' from generate_series($1::int, $2::int) n`,
    [from, to - 1],
  )
  const fresh = `from tenant.organizations o where o.subdomain like 'big%' and not exists (select 1 from users.users u where u.organization_id = o.id)`
  await db.query(`insert into tenant.organization_modules (organization_id, module_id) select o.id, m.module_id from tenant.module_registry m, tenant.organizations o where o.subdomain like 'big%' on conflict do nothing`)
  await db.query(
    `insert into users.users (id, organization_id, email, username, password_hash, user_type)
     select gen_random_uuid(), o.id, 'user' || n || '@example.com', 'user' || n, $1, 'admin' ${fresh.replace('from tenant.organizations o', 'from tenant.organizations o cross join generate_series(1, $2::int) n')}`,
    [hash, PEOPLE],
  )
  await db.query('vacuum analyze')
}

const hostOf = (n) => `big${n}.localhost`
const signIn = ({ port, n, person = 1 }) => ask({ port, host: hostOf(n), path: '/api/v1/auth/login', method: 'POST', json: { email: `user${person}@example.com`, password: PASSWORD } })
const tokenOf = async (at) => JSON.parse((await signIn(at)).text).access_token

async function timed(counted, work) {
  const before = counted.statements
  const startedAt = performance.now()
  const { status } = await work()
  if (status !== 200) throw new Error(`An answer of the scale benchmark has the status ${status}`)
  const ms = performance.now() - startedAt
  await sleep(20) // what is written after the answer belongs to it
  return { ms, statements: counted.statements - before }
}

/** Medians of each kind over organizations far apart, each asked twice: cold sessions cost once. */
async function measure({ port, counter: { counted } }, organizations) {
  const runs = { 'sign-in': [], feed: [], 'module list': [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    const n = Math.floor((round * organizations) / ROUNDS)
    runs['sign-in'].push(await timed(counted, () => signIn({ port, n, person: 1 + (round % PEOPLE) })))
    const headers = { authorization: `Bearer ${await tokenOf({ port, n, person: 1 + (round % PEOPLE) })}` }
    const get = (path) => () => ask({ port, host: hostOf(n), path, headers })
    await get('/api/v1/ui/feed')()
    runs.feed.push(await timed(counted, get('/api/v1/ui/feed')))
    runs['module list'].push(await timed(counted, get('/api/v1/modules/available')))
  }
  return Object.fromEntries(Object.entries(runs).map(([kind, all]) => [kind, { ms: median(all.map(({ ms }) => ms)), statements: median(all.map(({ statements }) => statements)) }]))
}

async function reads({ port, headers, until }) {
  const times = []
  while (!until.done) {
    const startedAt = performance.now()
    await ask({ port, host: hostOf(0), path: '/api/v1/projects?limit=20&total=false', headers })
    times.push(performance.now() - startedAt)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? NaN
}

/** Reads alone, then reads while 20 people sign in again and again. */
async function storm({ port, host, loopFile }, figures) {
  const headers = { authorization: `Bearer ${await tokenOf({ port, n: 0 })}` }
  const idle = await reads({ port, headers, until: after(3_000) })
  await loopDelay({ host, loopFile }) // what was before is forgotten
  const until = after(8_000)
  const people = Array.from({ length: 20 }, async (_, n) => {
    while (!until.done) await signIn({ port, n: n % FEW, person: 1 + (n % PEOPLE) })
  })
  const busy = await reads({ port, headers, until })
  const { p99 } = await loopDelay({ host, loopFile })
  await Promise.all(people)
  figures.add({ name: 'event loop delay p99, 20 sign-ins at once', value: p99, unit: 'ms', bar: { max: 20 } })
  figures.add({ name: 'read p99 alone', value: idle, unit: 'ms' })
  figures.add({ name: 'read p99, 20 sign-ins at once', value: busy, unit: 'ms', ratio: busy / idle, bar: { max: 4 } })
}

function after(ms) {
  const until = { done: false }
  setTimeout(() => (until.done = true), ms)
  return until
}

async function loopDelay({ host, loopFile }) {
  rmSync(loopFile, { force: true })
  process.kill(Number(readFileSync(join(host.home, 'host.pid'), 'utf8')), 'SIGUSR2')
  while (!existsSync(loopFile)) await sleep(20)
  await sleep(50)
  return JSON.parse(readFileSync(loopFile, 'utf8'))
}

export async function scale(figures) {
  const server = await startTestServer()
  const database = await createTestDatabase(server)
  const home = mkdtempSync(join(tmpdir(), 'innoerp-bench-'))
  chmodSync(home, 0o755)
  const loopFile = join(home, 'loop.json')
  const [port, counter, db] = [await freePort(), await countStatements(server.address), new pg.Client({ ...server.address, database: database.name })]
  const url = `postgres://${server.address.user}:${server.address.password}@127.0.0.1:${counter.port}/${database.name}`
  const env = { PORT: String(port), INNOERP_HOME: home, DATABASE_URL: url, INNOERP_LIMIT_LOGIN: '0', INNOERP_LIMIT_REQUESTS: '0', BENCH_LOOP_FILE: loopFile }
  const start = () => startServer({ command: onCore(0, ['node', '--import', join(import.meta.dirname, 'loop-delay.mjs'), join(root, 'core/dist/main.js')]), env, port })
  let host = await start()
  try {
    await db.connect()
    const hash = await hashedPassword(COST)
    const at = async (from, to) => {
      await fill(db, { from, to, hash })
      await host.stop()
      host = await start()
      return measure({ port, counter }, to)
    }
    const few = await at(0, FEW)
    await storm({ port, host: { home }, loopFile }, figures)
    const many = await at(FEW, MANY)
    for (const [kind, { ms, statements }] of Object.entries(many)) {
      figures.add({ name: `${kind}, ${MANY} organizations`, value: ms, unit: 'ms', ratio: ms / few[kind].ms, bar: { max: 1.2 } })
      figures.add({ name: `${kind}, statements`, value: statements, unit: '', ratio: statements / Math.max(1, few[kind].statements), bar: { max: 1 } })
    }
  } finally {
    await host.stop()
    await db.end()
    counter.close()
    await database.drop()
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
}
