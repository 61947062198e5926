import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startOf } from './identity.mjs'
import { until } from './until.mjs'
import { asNobody } from './user.mjs'

const START_MS = 90_000
const STOP_MS = 15_000
const ENDING = '.pid'

/**
 * @typedef {object} Launch
 * @property {string[]} command program and arguments
 * @property {() => Promise<boolean>} isReady true when it answers
 * @property {boolean} [unprivileged] whether root runs it as somebody else
 * @property {NodeJS.Signals} [stopSignal] SIGTERM unless told
 * @property {Record<string, string>} [env] besides this process's own
 */

/** One process of an engine, whose record `<folder>/<name>.pid` lets another process find and stop it. */
export class EngineProcess {
  #launch
  #bound
  #folder

  /** @param {{folder: string, name: string, order: number, bound: boolean, launch: Launch}} options bound: it ends when this process ends */
  constructor({ folder, name, order, bound, launch }) {
    Object.assign(this, { name, order, pid: 0 })
    this.#folder = folder
    this.#bound = bound
    this.#launch = launch
  }

  /** Starts it, also again after its end, and waits until it answers. */
  async start() {
    const { command, env, unprivileged = false, stopSignal = 'SIGTERM' } = this.#launch
    const dying = this.#bound && process.platform === 'linux' ? ['setpriv', '--pdeathsig', stopSignal.slice(3), '--'] : []
    const [program, ...args] = [...(unprivileged ? asNobody() : []), ...dying, ...command]
    const log = openSync(this.log, 'a')
    const child = spawn(program, args, { cwd: unprivileged ? '/' : this.#folder, env: { ...process.env, ...env }, detached: true, stdio: ['ignore', log, log] })
    closeSync(log)
    child.unref()
    let ended
    child.once('error', ({ message }) => (ended = message)).once('exit', (code, signal) => (ended ??= `ended with ${signal ?? code}`))
    const isUp = await until(START_MS, async () => ended !== undefined || (this.#record(child.pid, stopSignal), await this.#launch.isReady()))
    if (ended !== undefined || !isUp) {
      if (ended === undefined) child.kill('SIGKILL')
      throw new Error(`${this.name} ${ended ?? `was not ready after ${START_MS / 1000} s`}: ${this.#lastLine()}; its log is ${this.log}`)
    }
  }

  get log() {
    return join(this.#folder, `${this.name}.log`)
  }

  /** Sends a signal: SIGKILL to end it at once, SIGSTOP and SIGCONT to hold it. */
  kill(signal) {
    process.kill(this.pid, signal)
  }

  stop() {
    return stop(join(this.#folder, this.name + ENDING))
  }

  #record(pid, signal) {
    if (this.pid === pid || pid === undefined) return
    this.pid = pid
    writeFileSync(join(this.#folder, this.name + ENDING), JSON.stringify({ pid, startedAt: startOf(pid), signal, order: this.order }))
  }

  #lastLine() {
    return readFileSync(this.log, 'utf8').trim().split('\n').at(-1)
  }
}

/** The records of an engine's processes that run now, the last started first. */
export function running(folder) {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => name.endsWith(ENDING)).map((name) => join(folder, name))
  return files.filter((file) => isRunning(read(file))).toSorted((a, b) => read(b).order - read(a).order)
}

/** Stops every process of an engine that runs, the last started first. */
export async function stopAll(folder) {
  for (const file of running(folder)) await stop(file)
}

const read = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** The same process as was recorded, not another that got its number since. */
const isRunning = ({ pid, startedAt }) => startedAt !== undefined && startOf(pid) === startedAt

async function stop(file) {
  if (!existsSync(file)) return
  const record = read(file)
  if (isRunning(record)) {
    process.kill(record.pid, record.signal)
    process.kill(record.pid, 'SIGCONT') // one that is held would not hear it
    const ended = await until(STOP_MS, async () => !isRunning(record))
    if (!ended && isRunning(record)) process.kill(record.pid, 'SIGKILL')
    await until(STOP_MS, async () => !isRunning(record))
  }
  rmSync(file, { force: true })
}
