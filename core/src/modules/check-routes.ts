import type { Manifest } from '@innoerp/sdk/contract'
import type { FastifyInstance } from 'fastify'
import { moduleErrors } from './module-errors.js'

/**
 * Every route says who may call it, in the manifest's words, and is described under its module.
 * @throws MODULE_BAD_ROUTE while a route is registered that says nothing
 */
export function checkRoutes(app: FastifyInstance, manifest: Manifest): void {
  app.addHook('onRoute', (route) => {
    const { permission, public: isPublic } = route.config ?? {}
    const isDeclared = permission !== undefined && Object.hasOwn(manifest.permissions, permission)
    if (isPublic !== true && !isDeclared) throw moduleErrors.BAD_ROUTE({ values: { name: manifest.id, route: `${String(route.method)} ${route.url}` } })
    route.schema = { tags: [manifest.id], ...route.schema, ...(isPublic && { security: [] }) }
  })
}
