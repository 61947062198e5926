import type { Log } from '@innoerp/sdk/contract'
import { Value } from '@sinclair/typebox/value'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import http from 'node:http'
import { setPriority, tmpdir } from 'node:os'
import path from 'node:path'
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { Activities } from './activities.js'
import type { Confinement } from './confinement.js'
import { CHANNEL } from './launch.js'
import { readOutput } from './output.js'
import { openPeer, type Handlers, type Peer } from './peer.js'
import { Description, type StartInit } from './protocol.js'
import { deadline, watch, type Fault, type Pulse } from './watchdog.js'
import { createContextWriter } from './wire-context.js'

const START_MS = 10_000
const STOP_MS = 5_000
/** A nice value. */
const BEHIND_OTHERS = 5
const MAX_SOCKETS = 128
/** What it wrote last arrives a moment after its end. */
const LAST_WORDS_MS = 30
const EXIT_MS = 500

/** How a process ended. */
export interface Death {
  kind: 'stopped' | 'exit' | Fault['kind']
  reason: string
}

export interface ProcessInit {
  confinement: Confinement
  /** Starts the process, or gives one that waits for a module. */
  launch(): ChildProcess
  memoryMb: number
  /** All but what is made for each process. */
  start: Omit<StartInit, 'socket' | 'secret'>
  handlersFor(activities: Activities): Handlers
  log: Log
}

/** One child process that runs one version of a module. */
export class ModuleProcess {
  readonly activities = new Activities()
  readonly agent = new http.Agent({ keepAlive: true, maxSockets: MAX_SOCKETS })
  readonly socket: string
  readonly ended: Promise<Death>
  readonly contextHeader: ReturnType<typeof createContextWriter>
  description!: Description
  usedAt = Date.now()
  readonly #secret = randomBytes(32).toString('base64url')
  readonly #child: ChildProcess
  readonly #peer: Peer
  #death: Death | undefined
  #isGone = false

  private constructor({ launch, handlersFor, log }: ProcessInit, folder: string) {
    this.socket = path.join(folder, 'http')
    this.contextHeader = createContextWriter(this.#secret)
    this.#child = launch()
    const tail = readLog(this.#child, { log, onFlood: () => this.kill({ kind: 'hang', reason: 'it floods its output' }) })
    this.#peer = openPeer(this.#child.stdio[CHANNEL] as Duplex, {
      handlers: handlersFor(this.activities),
      onClose: (problem) => this.#onSilence(problem),
    })
    this.#child.once('exit', () => (this.#isGone = true))
    this.ended = ending(this.#child, tail).then(async (death) => {
      this.agent.destroy()
      await rm(folder, { recursive: true, force: true })
      return this.#death ?? death
    })
  }

  /**
   * Starts a process and lets it set the module up.
   * @throws an error that says why it does not start: its own, or how it ended
   */
  static async start(init: ProcessInit): Promise<ModuleProcess> {
    const folder = await mkdtemp(path.join(tmpdir(), 'innoerp-module-')) // for its owner alone
    if (init.confinement.uid !== undefined) await chown(folder, init.confinement.uid, init.confinement.uid)
    const made = new ModuleProcess(init, folder)
    const died = made.ended.then(({ reason }) => Promise.reject(new Error(reason)))
    died.catch(() => {})
    const late = deadline(START_MS)
    try {
      const start: StartInit = { ...init.start, socket: made.socket, secret: made.#secret }
      const asked = made.#peer.ask<unknown>('start', start).catch((error: unknown) => preferDeath(died, error))
      const said = await Promise.race([asked, died, late.missed])
      if (!Value.Check(Description, said)) throw new Error('it describes itself in a way that is not understood')
      made.description = said
    } catch (error) {
      made.kill({ kind: 'exit', reason: error instanceof Error ? error.message : String(error) })
      throw error
    } finally {
      late.stop()
    }
    made.#watch(init.memoryMb)
    return made
  }

  /** It is dead, or about to be. */
  get isEnding(): boolean {
    return this.#isGone || this.#death !== undefined
  }

  /** Asks the process for work that does not come by HTTP. */
  ask<T>(name: string, args: object, timeoutMs: number): Promise<T> {
    this.usedAt = Date.now()
    return this.#peer.ask<T>(name, args, { timeoutMs })
  }

  kill(death: Death): void {
    if (this.#death) return
    this.#death = death
    this.#child.kill('SIGKILL')
  }

  /** Lets it close what it has open; one that does not is killed. */
  async stop(): Promise<void> {
    const reason = 'it was stopped'
    await this.#peer.ask('stop', {}, { timeoutMs: STOP_MS }).catch(() => {})
    this.kill({ kind: 'stopped', reason })
    await this.ended
  }

  /** A channel ends with its process; one that ends without it is the module's doing. */
  #onSilence(problem?: string): void {
    if (problem !== undefined) return this.kill({ kind: 'exit', reason: problem })
    setTimeout(() => this.isEnding || this.kill({ kind: 'exit', reason: 'it closed its channel to the host' }), EXIT_MS).unref()
  }

  #watch(memoryMb: number): void {
    const { pid } = this.#child
    if (pid === undefined) return
    giveWay(pid)
    const stop = watch({
      pid,
      memoryMb,
      ping: () => this.#peer.ask<Pulse>('ping', {}),
      isWaitedFor: () => this.activities.size > 0,
      onFault: (fault) => this.kill(fault),
    })
    void this.ended.then(stop)
  }
}

/** Once it is ready, the host and others go first: what they do is shared by all. */
function giveWay(pid: number): void {
  try {
    setPriority(pid, BEHIND_OTHERS)
  } catch {
    // It is gone already, which its end reports.
  }
}

/** Puts what it writes into the log; returns what gives the last of its complaints. */
function readLog({ stdout, stderr }: ChildProcess, { log, onFlood }: { log: Log; onFlood(): void }): () => string {
  if (stdout) readOutput(stdout, { onFlood, onLine: (line) => log.info({ action: 'output' }, line) })
  const errors = stderr && readOutput(stderr, { onFlood, onLine: (line) => log.warn({ action: 'output' }, line) })
  return () => errors?.tail() ?? ''
}

function ending(child: ChildProcess, tail: () => string): Promise<Death> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ kind: 'exit', reason: error.message }))
    child.once('exit', (code, signal) => {
      void sleep(LAST_WORDS_MS).then(() => {
        const words = tail()
        if (words.includes('heap out of memory')) return resolve({ kind: 'memory', reason: 'its memory is used up' })
        resolve({ kind: 'exit', reason: `it ended with ${code === null ? signal : `code ${code}`}${complaintIn(words)}` })
      })
    })
  })
}

/** The line of a stack trace that says what happened. */
function complaintIn(words: string): string {
  const line = words.split('\n').find((text) => /^\w*Error\b|^Error:|^\[?\w+(Error|Exception)/.test(text.trim()))
  return line === undefined ? '' : `: ${line.trim().slice(0, 300)}`
}

/** A process that ends while it is asked says more by its end than by its silence. */
async function preferDeath(died: Promise<never>, error: unknown): Promise<never> {
  await Promise.race([died, sleep(2 * LAST_WORDS_MS)])
  throw error
}
