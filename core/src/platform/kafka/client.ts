import { Kafka, logLevel, type LogEntry, type SASLOptions } from 'kafkajs'
import os from 'node:os'
import type { Logger } from 'pino'
import type { KafkaSettings } from '../../config/kafka-settings.js'

const CONNECT_MS = 3_000
/** Longer than a fetch waits for events, shorter than what the callers wait at all. */
const REQUEST_MS = 8_000
const SAID_AGAIN_MS = 10_000

/** The one way to a client. It connects when it is used; whoever uses it has deadlines of its own. */
export const createKafka = ({ brokers, isTls, login }: KafkaSettings, log: Logger): Kafka =>
  new Kafka({
    clientId: `innoerp-${os.hostname()}`,
    brokers: [...brokers],
    ssl: isTls,
    ...(login && { sasl: login as SASLOptions }),
    connectionTimeout: CONNECT_MS,
    authenticationTimeout: CONNECT_MS,
    requestTimeout: REQUEST_MS,
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, multiplier: 2, factor: 0.2, retries: 8 },
    // Its warnings are about its own versions, and while a broker is away it repeats itself many times a second.
    logLevel: logLevel.ERROR,
    logCreator: () => saidOnce(log),
  })

function saidOnce(log: Logger): (entry: LogEntry) => void {
  const said = new Map<string, number>()
  return ({ namespace, log: { message, broker, groupId } }) => {
    const now = performance.now()
    if (now - (said.get(message) ?? -SAID_AGAIN_MS) < SAID_AGAIN_MS) return
    if (said.size > 100) said.clear()
    said.set(message, now)
    log.warn({ action: 'kafkajs', namespace, broker, groupId }, message)
  }
}
