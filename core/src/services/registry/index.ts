import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { packageRoutes, type PackageRoutesDeps } from './package-routes.js'
import { tokenRoutes } from './token-routes.js'

/** The registry as super admins see it: its packages, and who may write them. */
export const registryService = (deps: PackageRoutesDeps): FastifyPluginAsyncTypebox => async (app) => {
  await app.register(tokenRoutes(deps.platform))
  await app.register(packageRoutes(deps))
}
