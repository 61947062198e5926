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
  /** How many of something the organization’s plan allows, e.g. `projects`; null for no limit. Hold a lock while you count. */
  planLimit(ctx: Context, name: string): Promise<number | null>
}

/** Work that is done apart from a request, in the version that the organization runs when it starts. Capability `jobs`. */
export interface ModuleJobs {
  /**
   * Leaves a job of a name that the manifest declares, in the transaction of `ctx` where it has one.
   * @param payload JSON of at most 64 KiB
   */
  enqueue(ctx: Context, name: string, payload: Record<string, unknown>, options?: JobOptions): Promise<void>
}
export interface JobOptions {
  /** Not before this instant. */
  runAt?: Date
  /** A job with the same key that has not started is replaced. */
  key?: string
  /** How often it is tried before it is given up; 10 unless told. */
  maxAttempts?: number
}
export type JobHandler = (ctx: Context, payload: Record<string, unknown>) => Promise<void>

/** A file that the platform keeps for an organization. */
export interface StoredFile {
  id: string
  name: string
  /** Media type as its bytes say, not as the sender said. */
  type: string
  /** Bytes. */
  size: number
  sha256: string
  created_at: string
}
/** Files of an organization, each counted against its quota. Capability `files`. */
export interface ModuleFiles {
  store(ctx: Context, file: { name: string; content: Uint8Array; accept?: readonly string[] }): Promise<StoredFile>
  /** Undefined when the organization has no such file of this module. */
  read(ctx: Context, id: string): Promise<{ file: StoredFile; content: Uint8Array } | undefined>
  remove(ctx: Context, id: string): Promise<boolean>
}

/** Mail in the organization's name; leaves in the transaction of `ctx` where it has one. Capability `mail`. */
export interface ModuleMail {
  send(ctx: Context, message: { to: string; subject: string; text: string; html?: string }): Promise<void>
}

/** Requests to other machines. Capability `network:<host>`; addresses of the own network are refused, after every redirect too. */
export type ModuleFetch = (ctx: Context, url: string, init?: { method?: string; headers?: Record<string, string>; body?: string }) => Promise<Response>

/** What a module is given at set-up. */
export interface ModuleDeps {
  db: TenantDb
  events: ModuleEvents
  log: Log
  core: CorePorts
  jobs: ModuleJobs
  files: ModuleFiles
  mail: ModuleMail
  fetch: ModuleFetch
  /** Calls a port of another module, in the version that the organization runs. Capability `port:<name>`. */
  call(ctx: Context, port: string, input: unknown): Promise<unknown>
}

/** What a module gives back. */
export interface ModuleParts {
  routes: ModuleRoutes
  consumers?: Record<string, Consumer>
  ports?: Record<string, Port>
  jobs?: Record<string, JobHandler>
  close?: () => Promise<void>
}

export interface ModuleDefinition {
  setup(deps: ModuleDeps): ModuleParts | Promise<ModuleParts>
}

/** A module's server entry: wiring only. */
export const defineModule = (definition: ModuleDefinition): ModuleDefinition => definition
