import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createTestDatabase, TestClient, testServer } from '../../src/testing/index.js'

const ADMIN = { email: 'root@innoerp.example', password: 'Root-of-all-tests-1' }
const SETTINGS = {
  PORT: '0',
  INNOERP_ADMIN_EMAIL: ADMIN.email,
  INNOERP_ADMIN_PASSWORD: ADMIN.password,
  INNOERP_REGISTRY_TOKEN: 'test-registry-token',
  INNOERP_LIMIT_SIGNUP: '0',
  INNOERP_LIMIT_LOGIN: '0',
  INNOERP_LIMIT_REQUESTS: '0',
}

/** A host that dies by SIGKILL and comes back over the same database and home. */
export interface HostProcess {
  readonly home: string
  readonly registryToken: string
  port: number
  client(hostName: string): TestClient
  /** Signed in afresh at each start. */
  superAdmin: TestClient
  start(): Promise<void>
  kill(): Promise<void>
  close(): Promise<void>
}

export async function createHostProcess(): Promise<HostProcess> {
  const server = await testServer()
  const database = await createTestDatabase(server)
  const home = await mkdtemp(path.join(tmpdir(), 'innoerp-killed-'))
  let child: ChildProcess | undefined
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const dying = child
    if (!dying || dying.exitCode !== null || dying.signalCode !== null) return
    await new Promise((resolve) => dying.once('exit', resolve) && dying.kill(signal))
  }
  const client = (host: string) => new TestClient({ host, port: self.port })
  const self: HostProcess = {
    home,
    registryToken: SETTINGS.INNOERP_REGISTRY_TOKEN,
    port: 0,
    client,
    superAdmin: new TestClient({ host: 'admin.localhost', port: 0 }),
    start: async () => {
      child = spawn(process.execPath, [path.join(import.meta.dirname, 'host-child.mjs')], {
        env: { ...process.env, ...SETTINGS, DATABASE_URL: database.url, INNOERP_HOME: home },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      self.port = await portOf(child)
      self.superAdmin = await client('admin.localhost').signIn(ADMIN.email, ADMIN.password)
    },
    kill: () => end('SIGKILL'),
    close: async () => {
      await end('SIGTERM')
      await database.drop()
      await server.stop()
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  await self.start()
  return self
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const port = /listening on (\d+)/.exec(said)?.[1]
      if (port) resolve(Number(port))
    })
    child.once('exit', (code) => reject(new Error(`the host ended with ${code} before it listened`)))
  })
}
