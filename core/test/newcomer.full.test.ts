import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import http from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '../..')
const FULL = process.env.INNOERP_TEST_SIZE === 'full'
const MINUTES = 60_000

/** npm's folders: the root's, and those of workspaces that need another version of something. */
const WORKSPACES = ['.', 'core', 'registry', 'shell', ...['sdk', 'plugins'].flatMap((group) => readdirSync(path.join(root, group)).map((name) => `${group}/${name}`))]
const NODE_MODULES = WORKSPACES.map((folder) => path.join(folder, 'node_modules')).filter((folder) => existsSync(path.join(root, folder)))

let outer: string
let checkout: string
let port: number
let host: ChildProcess | undefined
let said = ''

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address() as AddressInfo
      server.close(() => resolve(address.port))
    })
  })
const statusOf = (where: string) =>
  new Promise<number>((resolve) => {
    http.get({ host: '127.0.0.1', port, path: where, headers: { host: `localhost:${port}` } }, (answer) => resolve(answer.resume().statusCode ?? 0)).on('error', () => resolve(0))
  })

/** The command of the README, with an empty home. */
async function npmStart(): Promise<void> {
  said = ''
  const env = { PATH: process.env.PATH ?? '', HOME: path.join(outer, 'home'), PORT: String(port), ...npmSettings() }
  host = spawn('npm', ['start'], { cwd: checkout, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [host.stdout, host.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (said += text))
  for (let waited = 0; waited < 8 * MINUTES && host.exitCode === null; waited += 50) {
    if ((await statusOf('/health/ready')) === 200) return
    await sleep(50)
  }
  throw new Error(`npm start did not become ready:\n${said.slice(-3_000)}`)
}
/** Where npm finds its registry, if this machine says so. */
const npmSettings = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => /^npm_config_|^NODE_EXTRA_CA_CERTS$/i.test(name)))
const pidOfHost = () => Number(readFileSync(path.join(checkout, '.innoerp/host.pid'), 'utf8'))
const exited = (child: ChildProcess) => new Promise<number | null>((resolve) => (child.exitCode !== null ? resolve(child.exitCode) : child.once('exit', resolve)))

describe.skipIf(!existsSync(path.join(root, '.git')))('a newcomer with a fresh clone in a folder that only its owner may enter', () => {
  beforeAll(async () => {
    outer = await mkdtemp(path.join(tmpdir(), 'innoerp-newcomer-'))
    await chmod(outer, 0o700)
    await mkdir(path.join(outer, 'home'))
    checkout = path.join(outer, 'innoerp')
    port = await freePort()
    await run('git', ['clone', '--quiet', root, checkout])
    // The everyday size spares the download: what npm has put here is linked there.
    if (!FULL) await Promise.all(NODE_MODULES.map((folder) => run('cp', ['-al', path.join(root, folder), path.join(checkout, folder)])))
  }, 3 * MINUTES)
  afterAll(async () => {
    if (host?.pid !== undefined && host.exitCode === null && host.signalCode === null) process.kill(-host.pid, 'SIGKILL')
    await sleep(500) // a killed host takes its database down
    await rm(outer, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }, MINUTES)

  test('starts everything with one command, and is told where to go and with which account', async () => {
    await npmStart()
    for (let waited = 0; waited < 2_000 && !said.includes('innoERP is ready'); waited += 20) await sleep(20)
    expect(said).toContain(`http://localhost:${port}`)
    expect(said).toMatch(/password\s+\S{12,}/)
    expect(await statusOf('/api/v1/industries')).toBe(200)
  }, 10 * MINUTES)

  test('stops it with SIGTERM: it drains and ends with 0; the next start shows no secret', async () => {
    const child = host as ChildProcess
    process.kill(pidOfHost(), 'SIGTERM')
    expect(await exited(child)).toBe(0)
    await npmStart()
    expect(said).not.toMatch(/password\s+\S{12,}/)
  }, 3 * MINUTES)

  test('kills it with kill -9 and starts again', async () => {
    process.kill(pidOfHost(), 'SIGKILL')
    await exited(host as ChildProcess)
    await npmStart()
    expect(await statusOf('/api/v1/industries')).toBe(200)
    const child = host as ChildProcess
    process.kill(-(child.pid ?? 0), 'SIGINT')
    await exited(child)
    expect(await statusOf('/health/live')).toBe(0)
  }, 3 * MINUTES)
})
