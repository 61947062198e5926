import { platformEvents, type PlatformEventData, type PlatformTopic } from '@innoerp/sdk/contract'
import { bind, newId, type Statement } from '@innoerp/sdk/server'
import type { CoreTransaction } from '../database/core-db.js'

/** An event of core's own services (facts §3). */
export interface CoreEvent<T extends PlatformTopic = PlatformTopic> {
  topic: T
  organization_id: string
  user_id?: string
  aggregate_id?: string
  data: PlatformEventData<T>
}

const INSERT = `insert into platform.outbox (event_id, topic, version, organization_id, user_id, aggregate_id, aggregate_version, data)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`

export interface OutboxRow {
  topic: string
  version: number
  organization_id: string
  user_id?: string | undefined
  aggregate_id?: string | undefined
  aggregate_version?: number | undefined
  data: unknown
}

/** The statement that puts an event into the outbox. */
export const outboxStatement = (row: OutboxRow): Statement =>
  bind(INSERT, [newId(), row.topic, row.version, row.organization_id, row.user_id, row.aggregate_id, row.aggregate_version, JSON.stringify(row.data)])

/** Publishing for core's services: events leave in the transaction of the change, or not at all. */
export interface CoreEvents {
  publish<T extends PlatformTopic>(tx: CoreTransaction, event: CoreEvent<T>): Promise<void>
}

/** `wake` tells the relay after the commit. */
export const createCoreEvents = (wake: () => void): CoreEvents => ({
  publish: async (tx, event) => {
    tx.afterCommit(wake)
    await tx.run([outboxStatement({ ...event, version: platformEvents[event.topic].version })])
  },
})
