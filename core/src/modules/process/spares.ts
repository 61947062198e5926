import type { ChildProcess } from 'node:child_process'
import type { Confinement } from './confinement.js'
import { launch } from './launch.js'

interface Spare {
  child: ChildProcess
  /** How it was started, in a form that can be compared. */
  how: string
}

const howOf = ({ prefix, nodeOptions }: Confinement): string => JSON.stringify([prefix, nodeOptions])
const isAlive = ({ exitCode, signalCode, pid }: ChildProcess): boolean => exitCode === null && signalCode === null && pid !== undefined

/**
 * Processes that have loaded everything but a module. Whoever runs a development version will soon run the next one, and most of the
 * time that a version takes to start is that of the libraries.
 */
export class Spares {
  readonly #waiting = new Map<string, Spare>()

  /** The process that waits for this module, if one does that was started in the same way. */
  take(moduleId: string, confinement: Confinement): ChildProcess | undefined {
    const spare = this.#waiting.get(moduleId)
    if (!spare) return undefined
    this.#waiting.delete(moduleId)
    if (spare.how === howOf(confinement) && isAlive(spare.child)) return spare.child
    spare.child.kill('SIGKILL')
    return undefined
  }

  /** Has one wait for the module, unless one does. */
  prepare(moduleId: string, confinement: Confinement): void {
    if (this.#waiting.has(moduleId)) return
    const child = launch(confinement)
    const forget = () => void (this.#waiting.get(moduleId)?.child === child && this.#waiting.delete(moduleId))
    child.once('error', forget)
    child.once('exit', forget)
    this.#waiting.set(moduleId, { child, how: howOf(confinement) })
  }

  close(): void {
    for (const { child } of this.#waiting.values()) child.kill('SIGKILL')
    this.#waiting.clear()
  }
}
