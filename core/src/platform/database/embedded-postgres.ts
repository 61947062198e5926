import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, openSync, readFileSync, closeSync } from 'node:fs'
import { chmod, chown, lstat, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findBinaries } from './binaries.js'
import { launcherFor, runAs, type Launcher } from './run-as.js'

export const SUPERUSER = 'postgres'
const START_MS = 60_000
const STOP_MS = 10_000
const PORT = 5432

/** How to reach a running server: pg's own connection settings. */
export interface ServerAddress {
  host: string
  port: number
  user: string
  password: string
}
export interface EmbeddedPostgres {
  address: ServerAddress
  /** True when the cluster was made by this start. */
  created: boolean
  stop(): Promise<void>
}

interface Place {
  home: string
  data: string
  sockets: string
  launcher: Launcher
}

/** Starts the PostgreSQL that npm brought, with its data in `<home>/postgres`, reachable by unix socket only. */
export async function startEmbeddedPostgres({ home, password }: { home: string; password: string }): Promise<EmbeddedPostgres> {
  const binaries = findBinaries()
  const base = path.join(home, 'postgres')
  await mkdir(base, { recursive: true })
  const launcher = launcherFor([binaries, base])
  const place = { home, data: path.join(base, 'data'), sockets: await socketFolder(base, launcher), launcher }
  await give(base, launcher)
  const created = !existsSync(path.join(place.data, 'PG_VERSION'))
  if (created) await initialise(place, { binaries, password })
  const adopted = await waitForOld(place)
  const child = adopted ? undefined : await launch(place, binaries)
  return {
    address: { host: place.sockets, port: PORT, user: SUPERUSER, password },
    created,
    stop: () => stop(place, child),
  }
}

async function give(folder: string, { uid, gid }: Launcher): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid)
}

/**
 * A short path, because a socket's may have 107 bytes at most; nobody else's folder is taken for it. Others may pass through it, since
 * modules in processes of their own have users of their own; the server asks each login for its password.
 */
async function socketFolder(base: string, launcher: Launcher): Promise<string> {
  const folder = path.join(tmpdir(), `innoerp-${createHash('sha256').update(base).digest('hex').slice(0, 12)}`)
  await mkdir(folder, { recursive: true, mode: 0o711 })
  const { uid, isDirectory } = await lstat(folder).then((stat) => ({ uid: stat.uid, isDirectory: stat.isDirectory() }))
  const owners = [process.getuid?.(), launcher.uid]
  if (!isDirectory || !owners.includes(uid)) throw new Error(`${folder} belongs to somebody else. Remove it, or set TMPDIR to a folder of your own.`)
  await give(folder, launcher)
  await chmod(folder, 0o711)
  return folder
}

async function initialise(place: Place, { binaries, password }: { binaries: string; password: string }): Promise<void> {
  await rm(place.data, { recursive: true, force: true })
  const passwordFile = path.join(place.home, 'postgres', 'initial-password')
  await writeFile(passwordFile, password, { mode: 0o600 })
  await chmod(passwordFile, 0o600)
  await give(passwordFile, place.launcher)
  try {
    const args = ['-D', place.data, '-U', SUPERUSER, '-E', 'UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-instructions', '--no-sync']
    const child = runAs(place.launcher, [path.join(binaries, 'bin', 'initdb'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    await finished(child)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

function finished(child: ChildProcess): Promise<void> {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (said += text.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`initdb ended with ${code}: ${said.slice(-2000)}`))))
  })
}

interface Postmaster {
  pid: number
  ready: boolean
}
function readPostmaster(data: string): Postmaster | undefined {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A killed host may have left its server: it is on its way down, or, where nothing tells it, it is taken over. */
async function waitForOld({ data }: Place): Promise<boolean> {
  for (let waited = 0; waited < STOP_MS; waited += 20) {
    const old = readPostmaster(data)
    if (!old || !isAlive(old.pid) || !isPostgres(old.pid)) return false
    if (waited >= 3_000 && old.ready) return true
    await sleep(20)
  }
  return true
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return process.platform !== 'linux'
  }
}

async function launch(place: Place, binaries: string): Promise<ChildProcess> {
  const log = openSync(path.join(place.home, 'postgres', 'postgres.log'), 'a', 0o600)
  const options = { listen_addresses: '', unix_socket_directories: place.sockets, unix_socket_permissions: '0777', port: PORT, max_connections: 200, shared_buffers: '128MB', jit: 'off', max_wal_size: '1GB', log_min_messages: 'warning' }
  const args = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = runAs(place.launcher, [path.join(binaries, 'bin', 'postgres'), '-D', place.data, ...args], { stdio: ['ignore', log, log], detached: true })
  closeSync(log)
  child.unref()
  let ended: string | undefined
  child.once('error', (error) => (ended = error.message))
  child.once('exit', (code, signal) => (ended ??= `exit ${code ?? signal}`))
  for (let waited = 0; waited < START_MS; waited += 10) {
    if (ended !== undefined) throw new Error(`PostgreSQL did not start (${ended}). Its log: ${path.join(place.home, 'postgres', 'postgres.log')}`)
    const postmaster = readPostmaster(place.data)
    if (postmaster?.ready && postmaster.pid === child.pid) return child
    await sleep(10)
  }
  throw new Error(`PostgreSQL was not ready after ${START_MS / 1000} s. Its log: ${path.join(place.home, 'postgres', 'postgres.log')}`)
}

/** Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. */
async function stop({ data }: Place, child: ChildProcess | undefined): Promise<void> {
  const pid = child?.pid ?? readPostmaster(data)?.pid
  if (pid === undefined || !isAlive(pid)) return
  const gone = new Promise<void>((resolve) => child?.once('exit', () => resolve()))
  process.kill(pid, 'SIGINT')
  const polled = (async () => {
    for (let waited = 0; waited < STOP_MS && isAlive(pid) && isPostgres(pid); waited += 20) await sleep(20)
  })()
  await Promise.race([gone, polled])
}

