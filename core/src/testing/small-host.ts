import type { BatchPool } from '@innoerp/sdk/server'
import type { LoaderDeps } from '../modules/loader.js'
import type { CoreDb } from '../platform/database/core-db.js'
import type { Caller } from '../platform/http/caller.js'
import { createRateLimiter } from '../platform/limits/rate-limiter.js'
import { LogFiles } from '../platform/logging/log-files.js'
import type { Session } from '../services/auth/authenticator.js'

const never = (): Promise<never> => Promise.reject(new Error('There is no database here'))

/** Takes what is written, and has nothing. */
export const noDatabase: CoreDb = { run: async () => [], batch: async () => [], transaction: never }
export const noPool: BatchPool = { submit: never, connect: never, named: true }

export const ORGANIZATION = { id: '01900000-0000-7000-8000-000000000001', name: 'Acme', subdomain: 'acme', locale: 'en', time_zone: 'UTC', currency: 'EUR', country: 'DE' }
const ADMIN: Caller = {
  id: '01900000-0000-7000-8000-000000000002',
  email: 'admin@acme.example',
  organization_id: ORGANIZATION.id,
  session_id: '01900000-0000-7000-8000-000000000003',
  is_superuser: false,
  user_type: 'admin',
  first_name: null,
  last_name: null,
  permissions: [],
}

/** What modules are loaded with where every token is an administrator's of {@link ORGANIZATION} and there is no database. */
export function smallHost(home: string): LoaderDeps {
  const logs = new LogFiles({ home, debug: false })
  const session: Session = { caller: ADMIN, expiresAt: Infinity, contexts: new Map() }
  const authenticator = { peek: () => session, verify: async () => session }
  return {
    database: { pool: noPool, roles: { module: (id) => id } },
    runtime: { authenticator, limits: createRateLimiter(), requestsAMinute: 0, tenantRequestsAMinute: 0, idempotency: { db: noDatabase, secretKey: '' }, disabledModuleApi: 'reachable', corsOrigins: [], flags: { of: () => new Set<string>() }, logs },
    core: { activeUsers: async () => new Set(), planLimit: async () => null },
    services: () => ({ jobs: { enqueue: never }, files: { store: never, read: never, remove: never }, mail: { send: never }, fetch: never, call: never }),
    call: never,
    wake: () => {},
    logger: (moduleId) => logs.logger(`${moduleId}-module`, 'middleware'),
  }
}
