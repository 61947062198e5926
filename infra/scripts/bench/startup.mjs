// From the spawn of npm start on a machine that is set up to 200 of /health/ready, less npm's own start, beside bare server + PostgreSQL.
import { createTestDatabase, startEmbeddedPostgres, startTestServer } from '@innoerp/core/testing'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../lib/root.mjs'
import { median } from './figures.mjs'
import { freePort, residentMiB, startServer } from './processes.mjs'

const ROUNDS = 5

/** npm itself: the time of a script that does nothing. */
function npmAlone(folder) {
  writeFileSync(join(folder, 'package.json'), '{"scripts":{"start":":"}}')
  const startedAt = performance.now()
  spawnSync('npm', ['start'], { cwd: folder })
  return performance.now() - startedAt
}

/** PostgreSQL on a cluster that exists, until it takes connections. */
async function postgresAlone() {
  const home = mkdtempSync(join(tmpdir(), 'innoerp-bench-pg-'))
  chmodSync(home, 0o755)
  await (await startEmbeddedPostgres({ home, password: 'bench-password' })).stop()
  const times = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now()
    const server = await startEmbeddedPostgres({ home, password: 'bench-password' })
    times.push(performance.now() - startedAt)
    await server.stop()
  }
  rmSync(home, { recursive: true, force: true })
  return times
}

async function bareAlone() {
  const server = await startTestServer()
  const database = await createTestDatabase(server)
  const db = new pg.Client({ ...server.address, database: database.name })
  await db.connect()
  await db.query('create schema tenant; create table tenant.organizations (id uuid, subdomain text)')
  const times = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const port = await freePort()
    const bare = await startServer({ command: ['node', join(import.meta.dirname, 'bare-server.mjs'), database.url, String(port)], env: {}, port })
    times.push(bare.readyMs)
    await bare.stop()
  }
  await db.end()
  await database.drop()
  await server.stop()
  return times
}

export async function startup(figures) {
  const home = mkdtempSync(join(tmpdir(), 'innoerp-bench-start-'))
  chmodSync(home, 0o755)
  const port = await freePort()
  const env = { PORT: String(port), INNOERP_HOME: home }
  const start = () => startServer({ command: ['npm', '--prefix', root, 'start'], env, port, seconds: 600 })
  await (await start()).stop() // sets up and initialises
  const [npm, host] = [[], []]
  let idle = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    npm.push(npmAlone(home))
    const running = await start()
    host.push(running.readyMs)
    if (round === ROUNDS - 1) {
      await sleep(3_000)
      idle = residentMiB(Number(spawnSync('cat', [join(home, 'host.pid')]).stdout))
    }
    await running.stop()
  }
  rmSync(home, { recursive: true, force: true })
  const [bare, postgres] = [await bareAlone(), await postgresAlone()]
  const own = median(host) - median(npm)
  const yardstick = median(bare) + median(postgres)
  figures.add({ name: 'start of a bare server', value: median(bare), unit: 'ms' })
  figures.add({ name: 'start of PostgreSQL', value: median(postgres), unit: 'ms' })
  figures.add({ name: 'npm’s own start', value: median(npm), unit: 'ms' })
  figures.add({ name: 'npm start to ready, less npm’s own', value: own, unit: 'ms', ratio: own / yardstick, bar: { max: 3 } })
  figures.add({ name: 'memory idle', value: idle, unit: 'MiB' })
}
