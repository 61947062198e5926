import type { EventEnvelope } from '@innoerp/sdk/contract'
import type { Logger } from 'pino'
import type { Outbox, OutboxEvent } from './outbox.js'

/** Takes an event to one consumer; the record of it and its effect are one transaction. */
export interface Delivery {
  consumer: string
  /** Since when the consumer has been the organization's: what happened before is none of its business. */
  since?: string | undefined
  run(): Promise<void>
}

/** What the relay lends to a transport. */
export interface TransportParts {
  outbox: Outbox
  log: Logger
  /** Who is to get an event, in the version that its organization runs now. */
  deliveriesOf(event: OutboxEvent): Delivery[] | Promise<Delivery[]>
  /** Is told of every event that left the outbox. */
  onLeft(event: EventEnvelope): void
  isStopped(): boolean
}

/** How events come from the outbox to their consumers: in order per organization within a topic, each with one effect. */
export interface Transport {
  /** Begins to take events to the consumers of this instance; returns at once. */
  start(): void
  /** Empties the outbox; called on one instance at a time. False when there may be more. */
  drain(): Promise<boolean>
  stop(): Promise<void>
}
export type OpenTransport = (parts: TransportParts) => Transport

export const MAX_ATTEMPTS = 5
const FIRST_RETRY_MS = 50
export const retryAfterMs = (attempts: number): number => FIRST_RETRY_MS * 2 ** attempts
