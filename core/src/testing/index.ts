/** `@innoerp/core/testing`: a whole host for tests of core and of modules. */
export { TestClient, type Answer, type Asked, type RequestOptions } from './client.js'
export type { Query } from './as-owner.js'
export { createTestDatabase, startTestServer, testServer, type TestServer } from './database-server.js'
export { createTestHost, type TestHost, type TestHostOptions, type TestTenant } from './test-host.js'
export { proveIsolation } from './prove-isolation.js'
export { proveMigrations } from './prove-migrations.js'
export { startEmbeddedPostgres, type EmbeddedPostgres } from '../platform/database/embedded-postgres.js'
export { openUnits, type UnitRig, type UnitRigOptions } from './unit-rig.js'
