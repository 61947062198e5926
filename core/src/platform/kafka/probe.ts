import type { EngineHealth } from '../engine-health.js'
import type { Asker } from './asker.js'

const SETTING = 'KAFKA_BROKERS'
const LOOK_MS = 5_000
const WAITING = 'Events wait in the outbox until they are back.'

/** What `/health` says; no address, and nothing that a broker said. */
const messageOf = (error: unknown): string =>
  error instanceof Error && /sasl/i.test(`${error.name} ${(error.cause as Error | undefined)?.name}`)
    ? `The brokers refuse KAFKA_USERNAME and KAFKA_PASSWORD. ${WAITING}`
    : `The brokers do not answer. ${WAITING}`

/** Looks after the brokers, and says in `/health` when they are away. Returns what ends it. */
export function watchBrokers({ ask }: Asker, engines: EngineHealth): () => void {
  let asking = false
  const look = async (): Promise<void> => {
    if (asking) return
    asking = true
    try {
      await ask((admin) => admin.describeCluster())
      engines.report(SETTING, undefined)
    } catch (error) {
      engines.report(SETTING, messageOf(error))
    } finally {
      asking = false
    }
  }
  const timer = setInterval(() => void look(), LOOK_MS)
  timer.unref()
  void look()
  return () => clearInterval(timer)
}
