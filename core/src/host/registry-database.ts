import type { RegistryDatabase, RegistryQuery } from '@innoerp/registry'
import { bind } from '@innoerp/sdk/server'
import type { CoreDb, CoreScope, CoreTransaction } from '../platform/database/core-db.js'

const queryOn = (db: CoreDb, scope: CoreScope | CoreTransaction): RegistryQuery =>
  (async (text, values = []) => (await db.batch(scope, [bind(text, values)]))[0] ?? []) as RegistryQuery

/** The registry's tables through the host's own pool. */
export const registryDatabase = (db: CoreDb): RegistryDatabase => ({
  query: queryOn(db, 'platform'),
  transaction: (work) => db.transaction('platform', (tx) => work(queryOn(db, tx))),
})
