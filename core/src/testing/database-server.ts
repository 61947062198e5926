import { mkdtemp, rm, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres, type ServerAddress } from '../platform/database/embedded-postgres.js'

/** A PostgreSQL for tests, with room for many databases. */
export interface TestServer {
  address: ServerAddress
  stop(): Promise<void>
}

const PASSWORD = 'test-server-password'

/** Starts an embedded server with its data in a temporary folder. */
export async function startTestServer(): Promise<TestServer> {
  const home = await mkdtemp(path.join(tmpdir(), 'innoerp-test-server-'))
  await chmod(home, 0o755) // as root the server runs as another user
  const server = await startEmbeddedPostgres({ home, password: PASSWORD })
  return {
    address: server.address,
    stop: async () => {
      await server.stop()
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** The server that the test run has started (`INNOERP_TEST_SERVER`), else one of our own. */
export async function testServer(): Promise<TestServer> {
  const given = process.env.INNOERP_TEST_SERVER
  if (given === undefined) return startTestServer()
  return { address: JSON.parse(given) as ServerAddress, stop: async () => {} }
}

const urlOf = ({ host, port, user, password }: ServerAddress, database: string): string =>
  `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`

/** Makes an empty database; its URL and how to drop it with the roles made for it. */
export async function createTestDatabase({ address }: TestServer): Promise<{ url: string; name: string; drop(): Promise<void> }> {
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  const run = async (work: (db: pg.Client) => Promise<void>) => {
    const db = new pg.Client({ ...address, database: 'postgres' })
    await db.connect()
    try {
      await work(db)
    } finally {
      await db.end()
    }
  }
  await run(async (db) => void (await db.query(`create database ${name}`)))
  return {
    url: urlOf(address, name),
    name,
    drop: () =>
      run(async (db) => {
        await db.query(`drop database if exists ${name} with (force)`)
        const { rows } = await db.query<{ rolname: string }>('select rolname from pg_roles where starts_with(rolname, $1)', [`${name}_`])
        for (const { rolname } of rows) await db.query(`drop role if exists "${rolname}"`)
      }),
  }
}
