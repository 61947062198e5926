import type { EventEnvelope } from '../contract/events.js'
import type { UserType } from '../contract/identity.js'

/** A promise of an answer that can say which status it must have. */
export type Asked<T> = Promise<{ status: number; headers: Record<string, string | string[] | undefined>; text: string; body: T }> & {
  /** The parsed body, once the status is this one; else an error that shows the answer. */
  expect(status: number): Promise<T>
}
interface Options {
  headers?: Record<string, string>
  raw?: string | Buffer
}

/** Speaks to one host name of the test host, as one person. */
export interface TestClient {
  get<T>(path: string, options?: Options): Asked<T>
  post<T>(path: string, json?: unknown, options?: Options): Asked<T>
  patch<T>(path: string, json?: unknown, options?: Options): Asked<T>
  delete<T>(path: string, options?: Options): Asked<T>
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

/** A whole host on real PostgreSQL with two organizations that have the module. */
export interface TestHost {
  acme: TestTenant
  globex: TestTenant
  superAdmin: TestClient
  /** Events of this topic that have been delivered, waiting for the first one up to two seconds. */
  events(topic: string): Promise<EventEnvelope[]>
  close(): Promise<void>
}

interface CoreTesting {
  createTestHost(options: { module: string; settings?: Record<string, string> }): Promise<TestHost>
  proveIsolation(host: TestHost): Promise<string[]>
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
 * @param options.settings more settings, as in the environment
 * @example const host = await createTestHost({ module: path.resolve(import.meta.dirname, '..') })
 */
export const createTestHost = async (options: { module: string; settings?: Record<string, string> }): Promise<TestHost> => (await coreTesting()).createTestHost(options)

/**
 * Tries what one organization can try against another on every route and table. Returns what got through.
 * @example expect(await proveIsolation(host)).toEqual([])
 */
export const proveIsolation = async (host: TestHost): Promise<string[]> => (await coreTesting()).proveIsolation(host)
