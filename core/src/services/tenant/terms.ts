import type { Platform } from '../../platform/platform.js'
import { schemaTablesOf } from './tenant-tables.js'
import type { SubscriptionService } from './subscriptions/subscription-service.js'

const MINUTE_MS = 60_000
const ENDED = `select id from tenant.organizations where trial_ends_at between now() - interval '2 minutes' and now()`
const GONE = `select id from tenant.organizations where deleted_at < now() - interval '30 days'`

/** Looks once a minute at what ends by itself: trials, periods of subscriptions, the time in which a deleted organization can come back. */
export function keepTerms({ platform, subscriptions }: { platform: Platform; subscriptions: SubscriptionService }): () => void {
  const { database, bus, logs } = platform
  const log = logs.logger('tenant-service', 'terms')
  const look = async (): Promise<void> => {
    for (const { id } of await database.core.run<{ id: string }>('platform', ENDED)) await bus.announce({ kind: 'organization', id })
    await subscriptions.settle()
    for (const { id } of await database.core.run<{ id: string }>('platform', GONE)) {
      await purgeOrganization(platform, id)
      await bus.announce({ kind: 'organization', id })
    }
  }
  const timer = setInterval(() => void look().catch((error: unknown) => log.error({ err: error }, 'Terms could not be kept')), MINUTE_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** Deletes everything of an organization, in core and in every module. It cannot be taken back. */
export async function purgeOrganization({ database }: Pick<Platform, 'database'>, organizationId: string): Promise<void> {
  const db = await database.connectAsOwner()
  try {
    await db.query(`set role "${database.roles.owner}"`)
    await db.query('begin')
    // Rows of modules refer to each other; what is deleted as a whole need not be in order.
    await db.query('set constraints all deferred')
    for (const table of await schemaTablesOf(db, 'mod\\_%')) await db.query(`delete from ${table} where organization_id = $1`, [organizationId])
    await db.query('delete from tenant.organizations where id = $1', [organizationId])
    await db.query('commit')
  } catch (error) {
    await db.query('rollback')
    throw error
  } finally {
    await db.end()
  }
}
