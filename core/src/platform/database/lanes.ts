import { isConnectionError, Wire, type Batch, type StatementResult } from '@innoerp/sdk/server'
import type pg from 'pg'

const CHECK_AFTER_MS = 1_000
const CHECK_MS = 1_000
const WAIT_MS = 5_000

interface Lane {
  client: pg.Client
  wire: Wire
  usedAt: number
}
interface Waiting {
  batch: Batch
  since: number
  resolve(results: StatementResult[]): void
  reject(error: Error): void
}

/**
 * Connections for single round trips. A batch takes the first connection that is free, or waits in one line: there is no checking out
 * and in, no timer and no promise but the caller's, because most requests are one batch.
 */
export class Lanes {
  readonly #connect: () => Promise<pg.Client>
  readonly #size: number
  readonly #named: boolean
  readonly #idle: Lane[] = []
  readonly #waiting: Waiting[] = []
  readonly #lanes = new Set<Lane>()
  readonly #watch: NodeJS.Timeout
  #opening = 0

  constructor({ connect, size, named }: { connect: () => Promise<pg.Client>; size: number; named: boolean }) {
    this.#connect = connect
    this.#size = size
    this.#named = named
    this.#watch = setInterval(() => this.#refuseLate(), CHECK_MS)
    this.#watch.unref()
  }

  submit(batch: Batch): Promise<StatementResult[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ batch, since: Date.now(), resolve, reject })
      this.#next()
    })
  }

  async end(): Promise<void> {
    clearInterval(this.#watch)
    await Promise.all([...this.#lanes].map(({ client }) => client.end()))
  }

  #next(): void {
    while (this.#waiting.length > 0) {
      const lane = this.#idle.pop()
      if (!lane) {
        if (this.#lanes.size + this.#opening < this.#size) void this.#open()
        return
      }
      const work = this.#waiting.shift()
      if (work && Date.now() - lane.usedAt > CHECK_AFTER_MS) void this.#checkThenRun(lane, work)
      else if (work) this.#run(lane, work)
    }
  }

  #run(lane: Lane, { batch, resolve, reject }: Waiting): void {
    lane.wire.run(batch, this.#named, (error, results) => {
      if (error && isConnectionError(error)) this.#drop(lane)
      else {
        lane.usedAt = Date.now()
        this.#idle.push(lane)
      }
      this.#next()
      if (error) reject(error)
      else resolve(results)
    })
  }

  /** A connection that has been idle for more than a second is asked first (DECISIONS 12); a dead one is replaced. */
  async #checkThenRun(lane: Lane, work: Waiting): Promise<void> {
    const late = new Promise<never>((_, reject) => setTimeout(reject, CHECK_MS, new Error('no answer')).unref())
    try {
      await Promise.race([lane.client.query('select 1'), late])
      this.#run(lane, work)
    } catch {
      this.#drop(lane)
      this.#waiting.unshift(work)
      this.#next()
    }
  }

  async #open(): Promise<void> {
    this.#opening += 1
    try {
      const client = await this.#connect()
      const lane: Lane = { client, wire: new Wire(client), usedAt: Date.now() }
      client.on('end', () => this.#drop(lane))
      this.#lanes.add(lane)
      this.#idle.push(lane)
    } catch (error) {
      // With no connection left nobody else can serve those who wait.
      if (this.#lanes.size === 0) for (const work of this.#waiting.splice(0)) work.reject(error instanceof Error ? error : new Error(String(error)))
    } finally {
      this.#opening -= 1
    }
    this.#next()
  }

  #drop(lane: Lane): void {
    if (!this.#lanes.delete(lane)) return
    const at = this.#idle.indexOf(lane)
    if (at !== -1) this.#idle.splice(at, 1)
    lane.client.end().catch(() => {}) // it is broken; there is nobody to tell
  }

  #refuseLate(): void {
    const now = Date.now()
    while (this.#waiting[0] && now - this.#waiting[0].since > WAIT_MS) {
      this.#waiting.shift()?.reject(new Error('timeout exceeded when trying to connect: every connection is busy'))
    }
  }
}
