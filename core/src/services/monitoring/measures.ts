import type { BrokerView } from '../../platform/events/broker-view.js'
import type { Platform } from '../../platform/platform.js'

const MINUTE_MS = 60_000

/** Writes into the log how far behind each taker of events is, once a minute, so that Kibana shows its course. Returns how to stop it. */
export function logLag({ logs }: Pick<Platform, 'logs'>, broker: BrokerView, everyMs = MINUTE_MS): () => void {
  const log = logs.logger('monitoring-service', 'measures')
  const measure = async (): Promise<void> => {
    // Without a broker nobody is behind but the outbox itself.
    const rows = broker.isConfigured ? (await broker.groups()).map(({ group_id, lag }) => ({ name: group_id, lag })) : (await broker.topics()).map(({ name, waiting }) => ({ name, lag: waiting }))
    for (const { name, lag } of rows) log.info({ action: 'event_lag', figure: lag, behind: name }, `${String(name)} is ${String(lag)} events behind`)
  }
  // The routes of events and /health say that brokers are away.
  const timer = setInterval(() => void measure().catch(() => {}), everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
