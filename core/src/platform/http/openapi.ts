import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { ErrorAnswer } from './error-answer.js'

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
  const paths = Object.assign({}, core.paths, ...modules.map((document) => document.paths)) as Paths
  const components = { ...(core.components as object), responses: { Refused: REFUSED } }
  return { ...core, components, paths: mapValues(paths, (path) => mapValues(path, withRefusals)) }
}

type Operation = { responses?: Record<string, unknown> }
type Paths = Record<string, Record<string, Operation>>
const mapValues = <T, R>(of: Readonly<Record<string, T>>, change: (value: T) => R): Record<string, R> => Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value)]))

const REFUSED = {
  description: 'Refused, or failed: what was wrong, where, and what to do',
  content: { 'application/json': { schema: ErrorAnswer } },
}

/** Any operation may be refused; one that describes its own refusals is left as it is. */
const withRefusals = (operation: Operation): Operation => {
  const refused = { $ref: '#/components/responses/Refused' }
  const described = operation.responses ?? {}
  return { ...operation, responses: '4XX' in described ? described : { ...described, '4XX': refused, '5XX': refused } }
}
