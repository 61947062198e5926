import type { Consumer, EachMessagePayload, Kafka } from 'kafkajs'
import type { Logger } from 'pino'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Topics } from './topics.js'
import { within } from './within.js'

const REBALANCE_MS = 30_000
const TIMES = { sessionTimeout: 10_000, heartbeatInterval: 3_000, rebalanceTimeout: REBALANCE_MS, maxWaitTimeInMs: 1_000 }
/** Partitions of one consumer that are worked on side by side. */
const AT_ONCE = 4
const CONNECT_MS = 10_000
/** A rebalance waits for members that died. */
const JOIN_MS = REBALANCE_MS + 10_000
/** Without a heartbeat or a fetch for so long, the client is taken for dead. */
const STALL_MS = 60_000
const LOOK_MS = 5_000
const MAX_PAUSE_MS = 8_000

export interface GroupDeps {
  kafka: Kafka
  topics: Topics
  log: Logger
  /** Is done with a message, or throws: then it comes again. */
  take(payload: EachMessagePayload, isRunning: () => boolean): Promise<void>
}
export interface Group {
  stop(): Promise<void>
}

/** Resolves when the consumer has crashed or gone silent; kafkajs's own restarts are switched off, so that there is one way to begin anew. */
function endOf(consumer: Consumer, isStopped: () => boolean): { crashed: Promise<Error>; forget(): void } {
  let seenAt = performance.now()
  const alive = (): void => void (seenAt = performance.now())
  const { HEARTBEAT, FETCH, GROUP_JOIN, CRASH } = consumer.events
  consumer.on(HEARTBEAT, alive)
  consumer.on(FETCH, alive)
  consumer.on(GROUP_JOIN, alive)
  let timer: NodeJS.Timeout | undefined
  const crashed = new Promise<Error>((resolve) => {
    consumer.on(CRASH, ({ payload }) => resolve(payload.error))
    timer = setInterval(() => {
      if (isStopped()) resolve(new Error('It is stopped.'))
      else if (performance.now() - seenAt > STALL_MS) resolve(new Error(`It gave no sign of life for ${STALL_MS} ms.`))
    }, LOOK_MS)
    timer.unref()
  })
  return { crashed, forget: () => clearInterval(timer) }
}

/** Where the group is new it begins at the oldest event that is kept, so that none is missed between its making and its first commit. */
async function join(consumer: Consumer, { names, take }: { names: readonly string[]; take(payload: EachMessagePayload): Promise<void> }): Promise<void> {
  await within(CONNECT_MS, consumer.connect().then(() => consumer.subscribe({ topics: [...names], fromBeginning: true })))
  await within(JOIN_MS, consumer.run({ partitionsConsumedConcurrently: AT_ONCE, eachMessage: take }))
}

/**
 * One consumer group of this instance: joins, takes message after message, and begins anew with a fresh client whenever that fails.
 */
export function startGroup(groupId: string, names: readonly string[], { kafka, topics, log, take }: GroupDeps): Group {
  let current: Consumer | undefined
  const state = { stopped: false }
  const stopping = new AbortController()

  const serve = async (): Promise<Error> => {
    const consumer = kafka.consumer({ groupId, ...TIMES, allowAutoTopicCreation: false, retry: { restartOnFailure: async () => false } })
    const isRunning = () => !state.stopped && current === consumer
    current = consumer
    const end = endOf(consumer, () => state.stopped)
    try {
      await topics.ensure(names)
      await join(consumer, { names, take: (payload) => take(payload, isRunning) })
      return await end.crashed
    } finally {
      end.forget()
      current = undefined
      // Not awaited after a failure: a client that met a silent broker never answers again, to this neither.
      if (!state.stopped) consumer.disconnect().catch(() => {})
    }
  }
  const keep = async (): Promise<void> => {
    for (let failures = 0; !state.stopped; failures += 1) {
      const began = performance.now()
      const error = await serve().catch((thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown))))
      if (state.stopped) return
      if (performance.now() - began > STALL_MS) failures = 0
      topics.forget()
      log.warn({ action: 'consume', group: groupId, error: error.message }, `Group ${groupId} begins anew`)
      await sleep(Math.min(500 * 2 ** failures, MAX_PAUSE_MS), undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  void keep()
  return {
    stop: async () => {
      state.stopped = true
      stopping.abort()
      if (current) await within(CONNECT_MS, current.disconnect()).catch(() => {})
    },
  }
}
