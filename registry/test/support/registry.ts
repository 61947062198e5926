import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify'
import pg from 'pg'
import {
  registryGrants,
  registryMigrations,
  registryPlugin,
  type PublishedPackage,
  type RegistryDatabase,
  type RegistryOptions,
  type TokenRights,
} from '../../src/index.js'
import { startPostgres, type TestPostgres } from './postgres.js'
import { hashesOf } from './tarball.js'

export const TOKEN = 'right-token'
/** The rights of {@link TOKEN}: all. */
export const PUBLISHER: TokenRights = { name: 'publisher', mayWrite: () => true }
const SERVING_ROLE = 'serving'

export interface TestRegistry {
  app: FastifyInstance
  database: RegistryDatabase
  folder: string
  published: PublishedPackage[]
  /** A pool of the owner, for looking behind the curtain. */
  owner: pg.Pool
  put(path: string, body: unknown, token?: string): Promise<LightMyRequestResponse>
  get(path: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  /** Publishes bytes as a client would; `dist` replaces parts of the hashes. */
  publish(manifest: { name: string; version: string }, bytes: Buffer, dist?: object): Promise<LightMyRequestResponse>
  close(): Promise<void>
}

/** A registry on a real PostgreSQL, served by a role with nothing but the registry's grants. */
export async function startRegistry(options: Partial<RegistryOptions> = {}): Promise<TestRegistry> {
  const postgres = await startPostgres()
  const owner = new pg.Pool(postgres.login())
  await owner.query(registryMigrations.map(({ up }) => up).join('\n'))
  await owner.query(`create role ${SERVING_ROLE} login; ${registryGrants(SERVING_ROLE)}`)
  const pool = new pg.Pool(postgres.login(SERVING_ROLE))
  const database = databaseOver(pool)
  const folder = mkdtempSync(join(tmpdir(), 'registry-files-'))
  const published: PublishedPackage[] = []
  const app = Fastify({ routerOptions: { maxParamLength: 400 } })
  const plugin = registryPlugin({
    database,
    filesFolder: folder,
    publicUrl: (request) => `${request.protocol}://${request.host}/registry/`,
    tokens: { verify: (token) => (token === TOKEN ? PUBLISHER : undefined) },
    onPublished: (added) => void published.push(added),
    ...options,
  })
  await app.register(plugin, { prefix: '/registry' })
  return {
    app,
    database,
    folder,
    published,
    owner,
    ...clientOf(app),
    close: () => closeAll({ app, pools: [pool, owner], postgres, folder }),
  }
}

async function closeAll(parts: { app: FastifyInstance; pools: pg.Pool[]; postgres: TestPostgres; folder: string }): Promise<void> {
  await parts.app.close()
  for (const pool of parts.pools) await pool.end()
  await parts.postgres.stop()
  rmSync(parts.folder, { recursive: true, force: true })
}

function clientOf(app: FastifyInstance): Pick<TestRegistry, 'get' | 'put' | 'publish'> {
  const put: TestRegistry['put'] = (path, body, token = TOKEN) =>
    app.inject({
      method: 'PUT',
      url: `/registry/${path}`,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      payload: JSON.stringify(body),
    })
  return {
    put,
    get: (path, headers = {}) => app.inject({ method: 'GET', url: `/registry/${path}`, headers }),
    publish: (manifest, bytes, dist = {}) => put(manifest.name.replace('/', '%2f'), publishDocument(manifest, bytes, dist)),
  }
}

/** The document that a client sends to publish these bytes. */
export const publishDocument = (manifest: { name: string; version: string }, bytes: Buffer, dist: object = {}) => ({
  _id: manifest.name,
  name: manifest.name,
  'dist-tags': { latest: manifest.version },
  versions: { [manifest.version]: { ...manifest, dist: { ...hashesOf(bytes), ...dist } } },
  access: null,
  _attachments: {
    [`${manifest.name}-${manifest.version}.tgz`]: {
      content_type: 'application/octet-stream',
      data: bytes.toString('base64'),
      length: bytes.length,
    },
  },
})

export function databaseOver(pool: pg.Pool): RegistryDatabase {
  return {
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) => (await pool.query(text, [...values])).rows as Row[],
    async transaction(work) {
      const client = await pool.connect()
      try {
        await client.query('begin')
        const result = await work(
          async <Row extends object>(text: string, values: readonly unknown[] = []) =>
            (await client.query(text, [...values])).rows as Row[],
        )
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback')
        throw error
      } finally {
        client.release()
      }
    },
  }
}
