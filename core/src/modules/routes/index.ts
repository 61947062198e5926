import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { auditChanges } from './audit-changes.js'
import { capabilityRoutes } from './capability-routes.js'
import type { ModuleRoutesDeps } from './deps.js'
import { exportRoutes } from './export-routes.js'
import { keyRoutes } from './key-routes.js'
import { lifecycleRoutes } from './lifecycle-routes.js'
import { operationRoutes } from './operation-routes.js'
import { rangeRoutes } from './range-routes.js'
import { registryRoutes } from './registry-routes.js'
import { rolloutRoutes } from './rollout-routes.js'
import { settingsRoutes } from './settings-routes.js'

/** The API of the module host: for super admins all but the settings, which are the organization's. */
export const moduleRoutes = (deps: ModuleRoutesDeps): FastifyPluginAsyncTypebox => async (app) => {
  auditChanges(app, deps.platform)
  for (const routes of [registryRoutes, lifecycleRoutes, exportRoutes, operationRoutes, rangeRoutes, rolloutRoutes, capabilityRoutes, keyRoutes, settingsRoutes]) await app.register(routes(deps))
}
