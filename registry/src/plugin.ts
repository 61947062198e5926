import type { FastifyBaseLogger, FastifyInstance, FastifyPluginAsync } from 'fastify'
import { writesNeedToken } from './access.js'
import { answerError } from './error-answer.js'
import { errors } from './errors.js'
import { DEFAULT_LIMITS, type PublishedPackage, type RegistryOptions } from './options.js'
import { distTagRoutes } from './routes/dist-tags.js'
import { packageRoutes } from './routes/packages.js'
import type { RouteContext } from './routes/route-context.js'
import { sessionRoutes } from './routes/session.js'
import { tarballRoutes } from './routes/tarballs.js'
import { unpublishRoutes } from './routes/unpublish.js'
import { createFileStore } from './store/file-store.js'

const LONGEST_SEGMENT = 400

/**
 * The npm registry as an encapsulated Fastify plugin: mount it under a prefix of its own, with nothing else below that prefix.
 * Reading is free, everything else needs a token. Its tables are those of `registryMigrations`.
 *
 * @throws Error when the router would cut off long package names: set `routerOptions.maxParamLength` to 400 or more
 */
export function registryPlugin(options: RegistryOptions): FastifyPluginAsync {
  return async (app) => {
    assertRouter(app)
    const files = createFileStore(options.filesFolder)
    await files.prepare()
    const context: RouteContext = {
      registry: { database: options.database, files, limits: { ...DEFAULT_LIMITS, ...options.limits } },
      tokens: options.tokens,
      baseOf: (request) => options.publicUrl(request).replace(/\/+$/, ''),
      announce: announcer(options.onPublished),
    }
    app.addHook('onRequest', writesNeedToken(options.tokens))
    app.setErrorHandler(answerError)
    app.setNotFoundHandler((request, reply) => answerError(errors.ROUTE_NOT_FOUND(), request, reply))
    for (const routes of [sessionRoutes, distTagRoutes, packageRoutes, tarballRoutes, unpublishRoutes]) await app.register(routes, context)
  }
}

function assertRouter({ initialConfig }: FastifyInstance): void {
  const longest = initialConfig.routerOptions?.maxParamLength ?? initialConfig.maxParamLength ?? 0
  if (longest < LONGEST_SEGMENT)
    throw new Error(`The registry needs routerOptions.maxParamLength of ${LONGEST_SEGMENT} or more, not ${longest}`)
}

/** The version is published whatever the listener does: its publisher must not be told otherwise. */
function announcer(onPublished: RegistryOptions['onPublished']): RouteContext['announce'] {
  return async (published: PublishedPackage, log: FastifyBaseLogger) => {
    log.info({ package: published.name, version: published.version }, 'package published')
    try {
      await onPublished?.(published)
    } catch (error) {
      log.error({ err: error, package: published.name, version: published.version }, 'listener of a publication failed')
    }
  }
}
