import { FluentClient } from '@fluent-org/logger'
import type { FluentdSettings } from '../../config/log-settings.js'
import type { EngineHealth } from '../engine-health.js'
import type { LogFiles } from './log-files.js'
import { createPump, type Batch, type PumpOptions } from './pump.js'

/** Of what is sent at once. */
const BATCH = 256_000
const ACK_MS = 5_000
/** A batch that is not acknowledged by then is sent again by a new client: one that lost its peer may wait for ever. */
const DEADLINE_MS = 10_000
const AWAY = 'Fluentd does not acknowledge: records wait in memory, and stand in the files.'

interface Sent {
  service: string
  module: string
  timestamp: string
}
export interface ForwarderOptions {
  settings: FluentdSettings
  logs: LogFiles
  engines: EngineHealth
  deadlineMs?: number
  maxWaiting?: PumpOptions['maxWaiting']
}

/**
 * Sends every record to Fluentd by its forward protocol, tagged `innoerp.{service}.{module}`, and again until it is acknowledged: each
 * arrives at least once. What finds no room to wait while Fluentd is away is counted and said.
 */
export function openForwarder({ settings, logs, engines, deadlineMs = DEADLINE_MS, maxWaiting }: ForwarderOptions): { close(): Promise<void> } {
  const log = logs.logger('platform', 'logs')
  let client: FluentClient | undefined
  const letGo = async (): Promise<void> => {
    const gone = client
    client = undefined
    await gone?.shutdown().catch(() => {})
  }
  const write = async ({ lines }: Batch): Promise<boolean> => {
    client ??= new FluentClient('innoerp', { socket: settings, ack: { ackTimeout: ACK_MS }, milliseconds: true })
    const isTaken = await within(deadlineMs, sendAll(client, lines))
    engines.report('FLUENTD_URL', isTaken ? undefined : AWAY)
    if (!isTaken) await letGo()
    return isTaken
  }
  const onLost = (count: number) => log.warn({ action: 'forward' }, `${count} records came while Fluentd was away and found no room to wait; the files have them`)
  const pump = createPump({ logs, write, onLost, batch: BATCH, ...(maxWaiting !== undefined && { maxWaiting }) })
  return {
    close: async () => {
      await pump.close()
      await letGo()
    },
  }
}

/** True once all are acknowledged. */
async function sendAll(client: FluentClient, lines: readonly string[]): Promise<boolean> {
  const sent = lines.map((line) => {
    const record = JSON.parse(line) as Sent
    return client.emit(`${record.service}.${record.module}`, { ...record }, new Date(record.timestamp))
  })
  return (await Promise.allSettled(sent)).every(({ status }) => status === 'fulfilled')
}

function within(ms: number, done: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), ms)))
  return Promise.race([done, late]).finally(() => clearTimeout(timer))
}
