// The hot path, side by side: bare server and host on core 0 in turns, load and PostgreSQL on core 1, the same rows under both.
import { startTestServer, createTestDatabase } from '@innoerp/core/testing'
import pg from 'pg'
import { mkdtempSync, rmSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../lib/root.mjs'
import { putLoad } from './load.mjs'
import { freePort, onCore, residentMiB, startServer } from './processes.mjs'
import { fillTenants, signInAll } from './tenants.mjs'

const KINDS = ['list', 'counted', 'read', 'create']
const SERVER_CORE = 0

/** Database, bare server and host, filled with 100 organizations × 10 people × 1,000 projects. */
async function prepare() {
  const server = await startTestServer()
  const database = await createTestDatabase(server)
  const home = mkdtempSync(join(tmpdir(), 'innoerp-bench-'))
  chmodSync(home, 0o755)
  const hostPort = await freePort()
  const env = { PORT: String(hostPort), INNOERP_HOME: home, DATABASE_URL: database.url, DATABASE_POOL_OVERFLOW: '0', INNOERP_LIMIT_SIGNUP: '0', INNOERP_LIMIT_LOGIN: '0', INNOERP_LIMIT_REQUESTS: '1000000', INNOERP_LIMIT_TENANT: '100000000' }
  const host = await startServer({ command: onCore(SERVER_CORE, ['node', join(root, 'core/dist/main.js')]), env, port: hostPort })
  const db = new pg.Client({ ...server.address, database: database.name })
  await db.connect()
  const setup = { host, db, env, database, home, close: async () => close() }
  const close = async () => {
    await setup.host.stop() // not the first one: it is restarted on the way
    await db.end()
    await database.drop()
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
  return setup
}

async function restartHost(setup) {
  await setup.host.stop()
  setup.host = await startServer({ command: onCore(SERVER_CORE, ['node', join(root, 'core/dist/main.js')]), env: setup.env, port: Number(setup.env.PORT) })
}

/** Every kind on both servers, which take turns at going first; what was created is removed. */
async function playRound({ setup, bare, callers, runs, round, seconds }) {
  const sides = round % 2 ? ['host', 'bare'] : ['bare', 'host']
  for (const [kind, side] of KINDS.flatMap((kind) => sides.map((side) => [kind, side]))) {
    const { port } = side === 'host' ? setup.host : bare
    if (round === 0) await putLoad({ port, kind, callers: callers[side], seconds: 2 }) // both are warm
    runs[kind][side].push(await putLoad({ port, kind, callers: callers[side], seconds }))
  }
  await setup.db.query(`delete from mod_projects.project where name = 'Made by the benchmark'`)
  await setup.db.query('vacuum analyze mod_projects.project')
}

/** Rounds of all kinds on both servers, bare and host taking turns at going first. */
export async function hotPath(figures, { rounds = 5, seconds = 5 } = {}) {
  const setup = await prepare()
  let bare
  try {
    await fillTenants(setup.db, { prefix: 'bench', organizations: 100, people: 10, rows: 1_000 })
    await setup.db.query('vacuum analyze')
    await restartHost(setup) // the tables were filled behind its back
    const callers = { host: join(setup.home, 'callers-host'), bare: join(setup.home, 'callers-host') }
    await signInAll(setup.db, { port: setup.host.port, prefix: 'bench', file: callers.host })
    const barePort = await freePort()
    bare = await startServer({ command: onCore(SERVER_CORE, ['node', join(import.meta.dirname, 'bare-server.mjs'), setup.database.url, String(barePort)]), env: {}, port: barePort })
    const runs = Object.fromEntries(KINDS.map((kind) => [kind, { bare: [], host: [] }]))
    for (let round = 0; round < rounds; round += 1) {
      await playRound({ setup, bare, callers, runs, round, seconds })
      console.error(`round ${round + 1} of ${rounds}`)
    }
    for (const kind of KINDS) figures.addPair({ name: NAMES[kind], ...runs[kind], ...(kind !== 'counted' && { bar: { min: 0.75 } }) })
    figures.add({ name: 'memory under load, bare', value: residentMiB(bare.child.pid), unit: 'MiB' })
    figures.add({ name: 'memory under load, host', value: residentMiB(setup.host.child.pid), unit: 'MiB' })
    await growth(figures, setup)
  } finally {
    await bare?.stop()
    await setup.close()
  }
}

const NAMES = { list: 'list of 20 without total', counted: 'list of 20 with total', read: 'read by id', create: 'create' }

/** The cost of a request with 10 organizations and with 1,000: the same statements, the median within 10 %. */
async function growth(figures, setup) {
  const small = join(setup.home, 'callers-small')
  const large = join(setup.home, 'callers-large')
  await fillTenants(setup.db, { prefix: 'many', organizations: 900, people: 1, rows: 20 })
  await setup.db.query('vacuum analyze')
  await restartHost(setup)
  await signInAll(setup.db, { port: setup.host.port, prefix: 'bench1', file: small }) // bench1, bench10 … bench19
  await signInAll(setup.db, { port: setup.host.port, prefix: 'many', file: large })
  const results = { small: [], large: [] }
  for (let round = 0; round < 5; round += 1) {
    results.small.push(await putLoad({ port: setup.host.port, kind: 'read', callers: small, seconds: 3 }))
    results.large.push(await putLoad({ port: setup.host.port, kind: 'read', callers: large, seconds: 3 }))
  }
  const median = (runs) => runs.map((run) => run.requestsPerSecond).toSorted((a, b) => a - b)[2]
  figures.add({ name: 'read by id, callers of 11 organizations', value: median(results.small), unit: 'req/s' })
  figures.add({ name: 'read by id, callers of 900 organizations', value: median(results.large), unit: 'req/s', ratio: median(results.large) / median(results.small), bar: { min: 0.9 } })
}
