import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ServiceName } from '../../src/config/services-settings.js'
import { createTestDatabase, TestClient, testServer } from '../../src/testing/index.js'
import { isolatedPlugins } from '../../src/testing/plugins.js'

export const ADMIN = { email: 'root@innoerp.example', password: 'Root-of-all-tests-1' }
const SETTINGS = {
  INNOERP_ADMIN_EMAIL: ADMIN.email,
  INNOERP_ADMIN_PASSWORD: ADMIN.password,
  INNOERP_REGISTRY_TOKEN: 'test-registry-token',
  INNOERP_SECRET_KEY: 'a-secret-key-of-tests-alone',
  INNOERP_LIMIT_SIGNUP: '0',
  INNOERP_LIMIT_LOGIN: '0',
  INNOERP_LIMIT_REQUESTS: '0',
  INNOERP_DRAIN_SECONDS: '1',
}

/** One process of a service. */
export interface ServiceProcess {
  readonly name: ServiceName
  readonly port: number
  client(hostName: string): TestClient
  start(): Promise<void>
  /** Ends it and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<void>
}
/** Every service in a process of its own, over one database and one home. */
export interface Topology {
  home: string
  /** A client at the gateway. */
  client(hostName: string): TestClient
  superAdmin: TestClient
  of(name: ServiceName): readonly ServiceProcess[]
  close(): Promise<void>
}
export interface TopologyOptions {
  modules: readonly string[]
  /** How many processes the module host has. */
  moduleHosts?: number
  settings?: Record<string, string>
}

const ONCE: readonly ServiceName[] = ['registry', 'tenant', 'auth', 'user', 'monitoring', 'gateway']

export async function startTopology({ modules, moduleHosts = 1, settings = {} }: TopologyOptions): Promise<Topology> {
  const server = await testServer()
  const database = await createTestDatabase(server)
  const home = await mkdtemp(path.join(tmpdir(), 'innoerp-split-'))
  await chmod(home, 0o755)
  const names: ServiceName[] = [...ONCE, ...Array<ServiceName>(moduleHosts).fill('modules')]
  const ports = await freePorts(names.length)
  const urlsOf = (name: ServiceName) => names.flatMap((one, at) => (one === name ? [`http://127.0.0.1:${ports[at]}`] : [])).join(',')
  const urls = Object.fromEntries([...new Set(names)].map((name) => [`${name.toUpperCase()}_URL`, urlsOf(name)]))
  const env = { ...process.env, ...SETTINGS, ...settings, ...urls, DATABASE_URL: database.url, INNOERP_HOME: home, TEST_PLUGINS: await isolatedPlugins(home, modules) }
  const processes = names.map((name, at) => serviceProcess({ ...env, INNOERP_SERVICE: name, PORT: String(ports[at]) }))
  const of = (name: ServiceName) => processes.filter((one) => one.name === name)
  const client = (hostName: string) => (of('gateway')[0] as ServiceProcess).client(hostName)
  const close = async (): Promise<void> => {
    await Promise.all(processes.map((one) => one.end('SIGKILL')))
    await database.drop()
    await server.stop()
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    for (const { start } of of('registry')) await start() // makes the tables
    await Promise.all(processes.filter(({ name }) => name !== 'registry').map(({ start }) => start()))
    return { home, client, of, close, superAdmin: await client('admin.localhost').signIn(ADMIN.email, ADMIN.password) }
  } catch (error) {
    await close()
    throw error
  }
}

function serviceProcess(env: NodeJS.ProcessEnv & { INNOERP_SERVICE: ServiceName; PORT: string }): ServiceProcess {
  let child: ChildProcess | undefined
  const port = Number(env.PORT)
  return {
    name: env.INNOERP_SERVICE,
    port,
    client: (host) => new TestClient({ host, port }),
    start: async () => {
      child = spawn(process.execPath, [path.join(import.meta.dirname, 'host-child.mjs')], { env, stdio: ['ignore', 'pipe', 'inherit'] })
      await listening(child)
    },
    end: async (signal) => {
      const dying = child
      if (!dying || dying.exitCode !== null || dying.signalCode !== null) return
      await new Promise((resolve) => dying.once('exit', resolve) && dying.kill(signal))
    },
  }
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => text.includes('listening on') && resolve())
    child.once('exit', (code) => reject(new Error(`a service ended with ${code} before it listened`)))
  })
}

/** Ports that nobody has at the moment. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer()
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return server
    }),
  )
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

/** Asks again until `isSo`, for a second at most; how long it took, in milliseconds. */
export async function soon(isSo: () => Promise<boolean>, withinMs = 1_000): Promise<number> {
  const began = performance.now()
  while (!(await isSo())) {
    if (performance.now() - began > withinMs) throw new Error(`not so within ${withinMs} ms`)
    await sleep(20)
  }
  return performance.now() - began
}
