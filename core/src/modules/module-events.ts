import type { Context, EventType } from '@innoerp/sdk/contract'
import { transactionOf, type EventInput, type ModuleEvents, type Statement, type TenantDb } from '@innoerp/sdk/server'
import { outboxStatement } from '../platform/events/core-events.js'
import { moduleErrors } from './module-errors.js'

/** A module's way to publish: only what its manifest lists, in the transaction of the change. `wake` nudges the relay. */
export function createModuleEvents({ name, publishes, db, wake }: { name: string; publishes: readonly string[]; db: TenantDb; wake: () => void }): ModuleEvents {
  const allowed = new Set(publishes)
  const statement = <E extends EventType>(ctx: Context, type: E, { data, aggregate_id, aggregate_version }: EventInput<E>): Statement => {
    if (!allowed.has(type.topic)) throw moduleErrors.BAD_EVENT({ values: { name, topic: type.topic } })
    const { topic, version } = type
    const transaction = transactionOf(ctx)
    // Without a transaction the statement rides in the change's own round trip: a moment later it has committed.
    if (transaction) transaction.afterCommit(wake)
    else wake()
    return outboxStatement({ topic, version, organization_id: ctx.organization.id, user_id: ctx.user.id, aggregate_id, aggregate_version, data })
  }
  return {
    statement,
    publish: async (tx, type, event) => {
      await db.batch(tx, [statement(tx, type, event)])
    },
  }
}
