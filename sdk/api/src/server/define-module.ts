import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Context, Log } from '../contract/context.js'
import type { EventData, EventType } from '../contract/events.js'
import type { Statement } from './database/statement.js'
import type { TenantDb } from './database/tenant-db.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** Built by the host before the handler runs: organization, user, permissions. */
    context: Context
  }
  interface FastifyContextConfig {
    /** The permission that a caller needs. A route without it, and without `public: true`, does not load. */
    permission?: string
    /** True for a route that needs no token. */
    public?: boolean
  }
}

/** A module's routes: a Fastify plugin, mounted below the module's API base. */
export type ModuleRoutes = FastifyPluginAsyncTypebox

/** Publishing. Events leave in the transaction of the change, or not at all (ARCHITECTURE §7). */
export interface ModuleEvents {
  /** Publishes inside the transaction of `tx` (or in one of its own). */
  publish<E extends EventType>(tx: Context, type: E, event: EventInput<E>): Promise<void>
  /** The same as a statement, to ride in the change's own round trip (`insert(…, { also: [events.statement(…)] })`). */
  statement<E extends EventType>(ctx: Context, type: E, event: EventInput<E>): Statement
}
export interface EventInput<E extends EventType> {
  data: EventData<E>
  aggregate_id?: string
  aggregate_version?: number
}

/** Effects of another module's event; runs once in effect, in one transaction with its record. */
export type Consumer = (ctx: Context, data: Record<string, unknown>) => Promise<void>
/** A function that other modules may call through the host. */
export type Port = (ctx: Context, input: unknown) => Promise<unknown>
/** Ports that core offers to every module. */
export interface CorePorts {
  /** Who of `ids` is an active user of the context's organization. */
  activeUsers(ctx: Context, ids: readonly string[]): Promise<Set<string>>
}

/** What a module is given at set-up. */
export interface ModuleDeps {
  db: TenantDb
  events: ModuleEvents
  log: Log
  core: CorePorts
  /** Calls a declared port of another module, in the version that the organization runs. */
  call(ctx: Context, port: string, input: unknown): Promise<unknown>
}

/** What a module gives back. */
export interface ModuleParts {
  routes: ModuleRoutes
  consumers?: Record<string, Consumer>
  ports?: Record<string, Port>
  close?: () => Promise<void>
}

export interface ModuleDefinition {
  setup(deps: ModuleDeps): ModuleParts | Promise<ModuleParts>
}

/** A module's server entry: wiring only. */
export const defineModule = (definition: ModuleDefinition): ModuleDefinition => definition
