import type { Figures } from './events/broker-view.js'

/** What counts and caches, and how it fares. */
export interface CacheEngine {
  readonly engine: 'in-memory' | 'redis'
  /** False where no Redis is configured. */
  readonly isConfigured: boolean
  readonly message: string
  /** Clients, commands, hits and misses. */
  stats(): Promise<Figures>
  /** In bytes: now, at its peak, and what there may be. */
  memory(): Promise<Figures>
  /** How many keys there are of each pattern. */
  keys(): Promise<Figures>
  /** Look-ups that found something, and those that did not. */
  hits(): Promise<{ hits: number; misses: number }>
}
