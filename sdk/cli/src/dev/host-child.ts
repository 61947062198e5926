import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { CliError } from '../cli-error.js'
import type { Terminal } from '../command.js'
import { hostFile } from '../host-file.js'
import { request } from '../host/request.js'
import type { DevHome } from './home.js'

const START_MS = 120_000
const POLL_MS = 40
/** Lines that tell why a host did not start. */
const TOLD = 12

/** A host in a process of its own. */
export interface HostChild {
  port: number
  /** Settles when the host ends, whoever ended it. */
  ended: Promise<unknown>
  /** Ends it and waits; what it answers at the time is answered. */
  stop(): Promise<void>
}

export interface HostChildOptions {
  terminal: Terminal
  home: DevHome
  /** The module's folder, from which the host is found. */
  folder: string
  /** Where it runs: a host installs what is built in `plugins` below it. */
  cwd: string
  /** Where people reach it, through the shell's port. */
  publicUrl: string
}

/**
 * Starts a host with its data in the home, on a free port of this machine, and waits until it is ready.
 * @throws CliError with its last words where it ends instead
 */
export async function startHost(options: HostChildOptions): Promise<HostChild> {
  const port = await freePort()
  const child = spawn(process.execPath, [hostFile(options.folder, '@innoerp/core/main')], { cwd: options.cwd, env: environment(options, port), stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      lines.push(...text.split('\n').filter((line) => line.trim() !== ''))
      lines.splice(0, lines.length - TOLD)
    })
  }
  const ended = once(child, 'exit')
  for (let waited = 0; waited < START_MS && isRunning(child); waited += POLL_MS) {
    if (await isReady(port)) return { port, ended, stop: () => stop(child, ended) }
    await sleep(POLL_MS)
  }
  await stop(child, ended)
  throw new CliError('The host did not start:', { details: lines })
}

/** What a process needs of the machine; databases, brokers and accounts of other hosts are none of this one. */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ', 'NODE_OPTIONS', 'DEBUG']

function environment({ terminal: { env }, home: { folder, accounts }, publicUrl }: HostChildOptions, port: number): Record<string, string | undefined> {
  return {
    ...Object.fromEntries(INHERITED.map((name) => [name, env[name]])),
    PORT: String(port),
    INNOERP_HOME: folder,
    INNOERP_PUBLIC_URL: publicUrl,
    INNOERP_ADMIN_EMAIL: accounts.adminEmail,
    INNOERP_ADMIN_PASSWORD: accounts.adminPassword,
    INNOERP_REGISTRY_TOKEN: accounts.registryToken,
    INNOERP_LIMIT_SIGNUP: '0',
    INNOERP_LIMIT_LOGIN: '0',
    INNOERP_LIMIT_REQUESTS: '0',
  }
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (!isRunning(child)) return
  child.kill('SIGTERM')
  await ended
}

const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null

const isReady = (port: number): Promise<boolean> =>
  request(new URL(`http://localhost:${port}/health/ready`), { method: 'GET' }).then(
    ({ status }) => status === 200,
    () => false,
  )

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
