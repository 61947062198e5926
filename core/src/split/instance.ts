import { Pool } from 'undici'
import { Breaker } from './breaker.js'

/** Connections to one instance; requests beyond them wait for one to be free. */
const CONNECTIONS = 100
/** Shorter than the services keep theirs, so that no request meets a connection that is being closed. */
const KEEP_ALIVE_MS = 60_000
const CONNECT_MS = 2_000
/** A body of which nothing comes for so long is given up; streams of events send something every 20 seconds. */
const BODY_MS = 60_000
const PROBE_MS = 1_000

/** One process of a service. */
export interface Instance {
  /** As `http://10.0.0.7:8004`. */
  readonly origin: string
  readonly breaker: Breaker
  /** What its own `/health/ready` said last; true before it was asked. */
  readonly isReady: boolean
  /** For requests that end soon. */
  readonly pool: Pool
  /** For streams of events, which keep their connection: they never make others wait. */
  readonly streams: Pool
  probe(): Promise<void>
  close(): Promise<void>
}

/** @param servername the name that its certificate is for, where it is reached by address */
export function createInstance(origin: string, servername?: string): Instance {
  const options = { keepAliveTimeout: KEEP_ALIVE_MS, keepAliveMaxTimeout: KEEP_ALIVE_MS, bodyTimeout: BODY_MS, connect: { timeout: CONNECT_MS, ...(servername !== undefined && { servername }) } }
  const pool = new Pool(origin, { ...options, connections: CONNECTIONS, pipelining: 1 })
  const streams = new Pool(origin, { ...options, pipelining: 1 })
  const prober = new Pool(origin, { ...options, connections: 1, headersTimeout: PROBE_MS, bodyTimeout: PROBE_MS })
  let isReady = true
  return {
    origin,
    breaker: new Breaker(),
    get isReady() {
      return isReady
    },
    pool,
    streams,
    probe: async () => {
      const answer = await prober.request({ path: '/health/ready', method: 'GET' }).catch(() => undefined)
      isReady = answer?.statusCode === 200
      await answer?.body.dump().catch(() => {})
    },
    close: async () => {
      await Promise.all([pool, streams, prober].map((one) => one.destroy()))
    },
  }
}
