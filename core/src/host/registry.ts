import { createRegistryTokens, registryPlugin, type TokenRights } from '@innoerp/registry'
import type { FastifyPluginAsync } from 'fastify'
import { createHash, timingSafeEqual } from 'node:crypto'
import path from 'node:path'
import type { Platform } from '../platform/platform.js'
import type { PlatformPackages } from './platform-packages.js'
import { registryDatabase } from './registry-database.js'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const OPERATOR: TokenRights = { name: 'publisher', mayWrite: () => true }

export interface EmbeddedRegistryDeps {
  packages: PlatformPackages | undefined
  /** Where the host itself reaches it: by plain http, also where people come by https. */
  ownUrl(): string
}

/** The embedded registry at `/registry/`: the host's own token writes everything, those of authors their packages. Who asks for the platform's packages waits until they are there. */
export function embeddedRegistry({ config, secrets, database }: Platform, { packages, ownUrl }: EmbeddedRegistryDeps): FastifyPluginAsync {
  const expected = digest(secrets.registryToken)
  const tables = registryDatabase(database.core)
  const tokens = createRegistryTokens(tables)
  const plugin = registryPlugin({
    database: tables,
    filesFolder: path.join(config.home, 'registry'),
    publicUrl: ({ headers: { host = `${config.domain}:${config.port}` } }) => {
      const own = new URL(ownUrl())
      return host === own.host ? own.href : `${config.isHttps ? 'https' : 'http'}://${host}/registry`
    },
    tokens: { verify: (token) => (timingSafeEqual(digest(token), expected) ? OPERATOR : tokens.rightsOf(token)) },
  })
  return async (app) => {
    if (packages) {
      app.addHook('onRequest', async ({ method, url }) => {
        if (method === 'GET' && packages.concerns(url)) await packages.publish()
      })
    }
    await app.register(plugin)
  }
}
