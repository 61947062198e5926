import type { EventEnvelope } from '../contract/events.js'
import type { UserType } from '../contract/identity.js'

/** An answer of the test host. */
export interface Answer<T> {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
  body: T
}
/** A promise of an answer that can say which status it must have. */
export type Asked<T> = Promise<Answer<T>> & {
  /** The parsed body, once the status is this one; else an error that shows the answer. */
  expect(status: number): Promise<T>
}
interface Options {
  headers?: Record<string, string>
  /** Sent as it is, instead of JSON. */
  raw?: string | Buffer
}

/** Speaks to one host name of the test host, as one person. */
export interface TestClient {
  readonly host: string
  readonly port: number
  token: string | undefined
  get<T>(path: string, options?: Options): Asked<T>
  post<T>(path: string, json?: unknown, options?: Options): Asked<T>
  patch<T>(path: string, json?: unknown, options?: Options): Asked<T>
  delete<T>(path: string, options?: Options): Asked<T>
  request<T>(method: string, path: string, options?: Options & { json?: unknown }): Asked<T>
}

/** An organization of the test host. */
export interface TestTenant {
  id: string
  subdomain: string
  /** The owner, signed in. */
  admin: TestClient
  adminId: string
  /** One more person of this type, signed in. */
  person(userType: UserType): Promise<TestClient & { userId: string }>
  /** Somebody at this address without a session. */
  anonymous(): TestClient
}

/** Runs SQL; the rows. */
export type Query = <R = Record<string, unknown>>(sql: string, values?: unknown[]) => Promise<R[]>

/** A whole host on real PostgreSQL with two organizations that have the module. */
export interface TestHost {
  port: number
  acme: TestTenant
  globex: TestTenant
  superAdmin: TestClient
  /** One more organization that has the module. */
  signUp(subdomain: string): Promise<TestTenant>
  /** Events of this topic that have been delivered, waiting for the first one up to two seconds. */
  events(topic: string): Promise<EventEnvelope[]>
  /** Calls a port of the module as another module would, on behalf of the organization's owner or of somebody of `userType`. */
  call(tenant: TestTenant, port: string, options: { input: unknown; userType?: UserType }): Promise<unknown>
  /** Runs `work` on a connection of the tables' owner, past row level security and all code of the module. */
  asOwner<T>(work: (query: Query) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface TestHostOptions {
  /** The module's folder; it must have been built. */
  module: string
  /** More settings, as in the environment. */
  settings?: Record<string, string>
}

interface CoreTesting {
  createTestHost(options: TestHostOptions): Promise<TestHost>
  proveIsolation(host: TestHost): Promise<string[]>
  proveMigrations(host: TestHost): Promise<string[]>
}

/** The host is an optional peer: only tests need it. */
async function coreTesting(): Promise<CoreTesting> {
  const name = '@innoerp/core/testing'
  try {
    return (await import(name)) as CoreTesting
  } catch (error) {
    throw new Error('Tests on a whole host need @innoerp/core: npm install --save-dev @innoerp/core', { cause: error })
  }
}

/**
 * Starts a host with the built module in `module` (the module's folder) published to its registry, installed and assigned.
 * @example const host = await createTestHost({ module: path.resolve(import.meta.dirname, '..') })
 */
export const createTestHost = async (options: TestHostOptions): Promise<TestHost> => (await coreTesting()).createTestHost(options)

/**
 * Tries what one organization can try against another on every route and table. Returns what got through.
 * @example expect(await proveIsolation(host)).toEqual([])
 */
export const proveIsolation = async (host: TestHost): Promise<string[]> => (await coreTesting()).proveIsolation(host)

/**
 * Takes the module's migrations down and up again over whatever data there is, and rolls that back. Returns what `down` left behind
 * and what came back otherwise.
 * @example expect(await proveMigrations(host)).toEqual([])
 */
export const proveMigrations = async (host: TestHost): Promise<string[]> => (await coreTesting()).proveMigrations(host)
