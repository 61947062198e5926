import type { Manifest } from '@innoerp/sdk/contract'
import type { SchemaNames } from '@innoerp/sdk/server'
import { Type, type Static } from '@sinclair/typebox'
import type { Connection } from '../../platform/database/pool.js'
import type { WireContext } from './wire-context.js'

/** What a process is told at its start, over the channel that it inherits. */
export interface StartInit {
  /** The module's server file. */
  server: string
  manifest: Manifest
  version: string
  /** The unix socket to listen on. */
  socket: string
  /** Signs the contexts that come with requests. */
  secret: string
  /** The module's own login. */
  database: Connection
  schema: string
  isPrepared: boolean
  maxConnections: number
}

const word = (maxLength = 200) => Type.String({ minLength: 1, maxLength })
const words = () => Type.Array(word(), { maxItems: 200 })

/** One route as its module declared it. */
export const RouteInfo = Type.Object({
  method: Type.Array(Type.Union(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method) => Type.Literal(method))), { minItems: 1, maxItems: 7 }),
  /** Below the module's API base. */
  url: Type.String({ maxLength: 500, pattern: '^(/|$)' }),
  permission: Type.Optional(word()),
  is_public: Type.Boolean(),
  body_limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 * 1024 * 1024 })),
})
export type RouteInfo = Static<typeof RouteInfo>

/** What a module's process says of itself once it is set up; kept, so that the host knows it while no process runs. */
export const Description = Type.Object({
  routes: Type.Array(RouteInfo, { maxItems: 1_000 }),
  consumers: words(),
  ports: words(),
  jobs: words(),
  document: Type.Object({ paths: Type.Optional(Type.Record(Type.String(), Type.Unknown())) }),
})
export type Description = Static<typeof Description>

/** What is to be read of a module's migrations. */
export interface MigrationsInit {
  folder: string
  files: readonly string[]
  names: SchemaNames
}
/** By file and phase, the SQL of each. */
export type MigrationStatements = Record<string, Record<string, string[]>>

/** Work that does not come by HTTP. */
export interface Work {
  activity: string
  request_id: string
  context: WireContext
}
export interface ConsumeWork extends Work {
  topic: string
  event_id: string
  data: Record<string, unknown>
}
export interface JobWork extends Work {
  name: string
  payload: Record<string, unknown>
}
export interface PortWork extends Work {
  port: string
  input: unknown
}
