import type { Logger } from 'pino'
import type { Group } from './group.js'

/** Which topics each consumer is to get now, by its name: a module's id. */
export type Subscriptions = () => ReadonlyMap<string, readonly string[]>
export interface Groups {
  /** Begins what is new, ends what is gone; one at a time. */
  sync(): void
  stop(): Promise<void>
}

interface Running {
  topics: string
  group: Group
}

/** Keeps one group for each consumer, as modules come and go. */
export function createGroups({ subscriptions, start, log }: { subscriptions: Subscriptions; start(consumer: string, topics: readonly string[]): Group; log: Logger }): Groups {
  const running = new Map<string, Running>()
  let work: Promise<void> = Promise.resolve()
  const end = async (consumer: string): Promise<void> => {
    const known = running.get(consumer)
    running.delete(consumer)
    await known?.group.stop()
  }
  const apply = async (): Promise<void> => {
    const wanted = subscriptions()
    for (const consumer of running.keys()) if (!wanted.has(consumer)) await end(consumer)
    for (const [consumer, names] of wanted) {
      const topics = [...names].sort().join(' ')
      if (running.get(consumer)?.topics === topics) continue
      await end(consumer)
      running.set(consumer, { topics, group: start(consumer, names) })
    }
  }
  return {
    sync: () => void (work = work.then(apply).catch((error: unknown) => log.error({ action: 'groups', err: error }, 'Consumer groups could not be brought up to date'))),
    stop: async () => {
      await work
      await Promise.all([...running.keys()].map(end))
    },
  }
}
