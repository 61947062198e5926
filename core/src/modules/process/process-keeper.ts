import type { Log } from '@innoerp/sdk/contract'
import { setTimeout as sleep } from 'node:timers/promises'
import { moduleErrors } from '../module-errors.js'
import type { Death, ModuleProcess } from './module-process.js'

const BACK_OFF_MS = 250
/** So many within a minute, and it is given up. */
const STRIKES = 3
const STRIKE_MS = 60_000
/** A hang or a leak takes its time, and so counts more. */
const WEIGHT: Record<Death['kind'], number> = { stopped: 0, exit: 1, hang: 1.5, memory: 1.5 }
const IDLE_CHECK_MS = 1_000
const QUARANTINE_RETRY_S = 60

export interface KeeperInit {
  name: string
  version: string
  idleMs: number
  start(): Promise<ModuleProcess>
  onQuarantine(reason: string): void
  log: Log
}

/**
 * Keeps the process of one module version: starts it on first use, again after it died, with growing pauses; stops it when nobody
 * uses it; gives it up when it dies again and again.
 */
export class ProcessKeeper {
  readonly #init: KeeperInit
  readonly #idleCheck: NodeJS.Timeout
  #current: ModuleProcess | undefined
  #starting: Promise<ModuleProcess> | undefined
  #strikes: { at: number; weight: number }[] = []
  #isOver = false

  constructor(init: KeeperInit) {
    this.#init = init
    this.#idleCheck = setInterval(() => void this.#stopIdle(), IDLE_CHECK_MS)
    this.#idleCheck.unref()
  }

  /** The running process, if there is one: the hot path need not wait. */
  get current(): ModuleProcess | undefined {
    return this.#current?.isEnding ? undefined : this.#current
  }

  /**
   * The running process, or one that is started now.
   * @throws MODULE_UNAVAILABLE where it does not start, or was given up
   */
  async get(): Promise<ModuleProcess> {
    if (this.#current?.isEnding) await this.#current.ended
    if (this.#isOver) throw this.#unavailable(QUARANTINE_RETRY_S)
    if (this.#current) return this.#current
    try {
      return await (this.#starting ??= this.#begin())
    } catch {
      throw this.#unavailable(this.#isOver ? QUARANTINE_RETRY_S : 1)
    }
  }

  /**
   * The first start: what is wrong is wrong at once.
   * @throws an error that says why it does not start
   */
  async tryStart(): Promise<ModuleProcess> {
    try {
      return this.#adopt(await this.#init.start())
    } catch (error) {
      await this.stop()
      throw error
    }
  }

  async stop(): Promise<void> {
    this.#isOver = true
    clearInterval(this.#idleCheck)
    await this.#starting?.catch(() => {})
    await this.#current?.stop()
  }

  async #begin(): Promise<ModuleProcess> {
    const ended = this.#strikes.length
    const pause = ended === 0 ? 0 : BACK_OFF_MS * 2 ** (ended - 1)
    if (pause > 0) await sleep(pause)
    if (this.#isOver) throw this.#unavailable(1)
    try {
      const started = await this.#init.start()
      this.#starting = undefined
      return this.#adopt(started)
    } catch (error) {
      this.#starting = undefined
      this.#strike({ kind: 'exit', reason: error instanceof Error ? error.message : String(error) })
      throw error
    }
  }

  #adopt(started: ModuleProcess): ModuleProcess {
    this.#current = started
    void started.ended.then((death) => {
      if (this.#current === started) this.#current = undefined
      if (death.kind === 'stopped' || this.#isOver) return
      this.#strike(death)
    })
    if (this.#isOver) void started.stop()
    return started
  }

  #strike({ kind, reason }: Death): void {
    const { log, name, version, onQuarantine } = this.#init
    const now = Date.now()
    this.#strikes = [...this.#strikes.filter(({ at }) => now - at < STRIKE_MS), { at: now, weight: WEIGHT[kind] }]
    const strikes = this.#strikes.reduce((sum, { weight }) => sum + weight, 0)
    log.error({ action: 'process_ended', kind, strikes }, `${name} ${version}: ${reason}`)
    if (this.#isOver) return
    if (strikes < STRIKES) {
      this.#starting ??= this.#begin()
      this.#starting.catch(() => {}) // it is counted; whoever waits is told
      return
    }
    this.#isOver = true
    clearInterval(this.#idleCheck)
    onQuarantine(reason)
  }

  async #stopIdle(): Promise<void> {
    const process = this.#current
    if (!process || process.activities.size > 0 || Date.now() - process.usedAt < this.#init.idleMs) return
    this.#current = undefined // whoever comes now gets a fresh one
    await process.stop()
  }

  #unavailable(retryAfter: number) {
    return moduleErrors.UNAVAILABLE({ retryAfter })
  }
}
