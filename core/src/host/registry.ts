import { registryPlugin, type RegistryDatabase, type RegistryQuery } from '@innoerp/registry'
import type { FastifyPluginAsync } from 'fastify'
import { createHash, timingSafeEqual } from 'node:crypto'
import path from 'node:path'
import { bind } from '@innoerp/sdk/server'
import type { CoreDb, CoreScope, CoreTransaction } from '../platform/database/core-db.js'
import type { Platform } from '../platform/platform.js'

const queryOn = (db: CoreDb, scope: CoreScope | CoreTransaction): RegistryQuery =>
  (async (text, values = []) => (await db.batch(scope, [bind(text, values)]))[0] ?? []) as RegistryQuery

export const registryDatabase = (db: CoreDb): RegistryDatabase => ({
  query: queryOn(db, 'platform'),
  transaction: (work) => db.transaction('platform', (tx) => work(queryOn(db, tx))),
})

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** The embedded registry at `/registry/`, with the host's one token for writing. */
export function embeddedRegistry({ config, secrets, database }: Platform): FastifyPluginAsync {
  const expected = digest(secrets.registryToken)
  return registryPlugin({
    database: registryDatabase(database.core),
    filesFolder: path.join(config.home, 'registry'),
    publicUrl: (request) => `${config.isHttps ? 'https' : 'http'}://${request.headers.host ?? `${config.domain}:${config.port}`}/registry`,
    tokens: { verify: (token) => timingSafeEqual(digest(token), expected) },
  })
}
