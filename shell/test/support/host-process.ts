import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const START_MS = 120_000

/** The super admin of every host of the tests. */
export const ADMIN = { email: 'platform@innoerp.example', password: 'Corr3ct-horse-battery' }

const NO_LIMITS = { INNOERP_LIMIT_SIGNUP: '0', INNOERP_LIMIT_LOGIN: '0', INNOERP_LIMIT_REQUESTS: '0' }

/** A host in a process of its own, which can be ended in any way and started again on the same data. */
export class HostProcess {
  readonly port: number
  readonly #home: string
  #child: ChildProcess | undefined

  private constructor(port: number, home: string) {
    this.port = port
    this.#home = home
  }

  /** Starts a host on a free port with an empty home. */
  static async create(): Promise<HostProcess> {
    const host = new HostProcess(await freePort(), await mkdtemp(path.join(tmpdir(), 'innoerp-browser-')))
    await host.start()
    return host
  }

  /** Starts the host and waits until it is ready. */
  async start(): Promise<void> {
    const env = {
      PATH: process.env.PATH ?? '',
      PORT: String(this.port),
      INNOERP_HOME: this.#home,
      INNOERP_ADMIN_EMAIL: ADMIN.email,
      INNOERP_ADMIN_PASSWORD: ADMIN.password,
      ...NO_LIMITS,
    }
    const child = spawn(process.execPath, ['core/dist/main.js'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    for (let waited = 0; waited < START_MS && isRunning(child); waited += 50) {
      if (await this.#isReady()) return
      await sleep(50)
    }
    throw new Error(`The host did not become ready:\n${said.slice(-3000)}`)
  }

  /** Ends the host; gives its exit code, null where the signal left it none. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const child = this.#child
    if (!child || !isRunning(child)) return child?.exitCode ?? null
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
    return child.exitCode
  }

  /** Ends the host and removes its data. */
  async remove(): Promise<void> {
    await this.end('SIGTERM')
    await rm(this.#home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }

  /**
   * A page's whole address.
   * @param name of the host: `''` is the platform itself, else a subdomain
   */
  url(name: string, where = '/'): string {
    return `http://${name && `${name}.`}localhost:${this.port}${where}`
  }

  #isReady(): Promise<boolean> {
    return fetch(this.url('', '/health/ready')).then(
      ({ ok }) => ok,
      () => false,
    )
  }
}

const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
