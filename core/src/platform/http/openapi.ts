import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'

/** An OpenAPI 3.1 document, as far as the host touches it. */
export interface OpenApi {
  paths?: Record<string, unknown>
  [part: string]: unknown
}

/** Lets an instance describe its routes; a route that needs no token says `security: []`. */
export async function describeRoutes(app: FastifyInstance, { title, version }: { title: string; version: string }): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title, version, description: 'JSON in snake_case; errors are {detail:{error,message,code}}; lists are {items,total,skip,limit,next}.' },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
      security: [{ bearer: [] }],
    },
  })
}

/** One document out of core's and the modules'. */
export function mergeDocuments(core: OpenApi, modules: readonly OpenApi[]): OpenApi {
  const paths = Object.assign({}, core.paths, ...modules.map((document) => document.paths)) as Record<string, unknown>
  return { ...core, paths }
}
