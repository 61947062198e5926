import { createClock, residentMb } from './process-figures.js'

const PING_MS = 500
const SILENT_MS = 3_000
/** With callers waiting it has less time. */
const SILENT_AND_WAITED_FOR_MS = 2_000
const STARVED_MS = 2_500
/** Beside the heap: code, stacks, buffers. */
const BESIDE_THE_HEAP_MB = 192

/** Why a process has to end. */
export interface Fault {
  kind: 'hang' | 'memory'
  reason: string
}
export interface Pulse {
  /** For how long (ms) every connection has been held by work that does nothing while other work waits for one. */
  starvedMs: number
}

interface Watched {
  pid: number
  memoryMb: number
  ping(): Promise<Pulse>
  /** True while somebody waits for an answer. */
  isWaitedFor(): boolean
  onFault(fault: Fault): void
}

/** Asks a process twice a second whether its event loop turns, and looks at its memory. Returns what ends the watch. */
export function watch({ pid, memoryMb, ping, isWaitedFor, onFault }: Watched): () => void {
  const silence = createClock(pid)
  let tickedAt = Date.now()
  let asked = false
  const maxMb = memoryMb + BESIDE_THE_HEAP_MB
  const end = (fault: Fault): void => {
    clearInterval(timer)
    onFault(fault)
  }
  const timer = setInterval(() => {
    const now = Date.now()
    // The host itself was held up: the process had no chance to be heard.
    if (now - tickedAt > 2 * PING_MS) silence.restart()
    tickedAt = now
    const silent = silence.elapsed()
    if (silent > SILENT_MS || (silent > SILENT_AND_WAITED_FOR_MS && isWaitedFor())) return end({ kind: 'hang', reason: `it did not answer for ${Math.round(silent / 100) / 10} s` })
    const mb = residentMb(pid)
    if (mb > maxMb) return end({ kind: 'memory', reason: `it takes ${Math.round(mb)} MB of memory; ${maxMb} are allowed` })
    if (asked) return
    asked = true
    ping().then(
      ({ starvedMs }) => {
        asked = false
        silence.restart()
        if (starvedMs > STARVED_MS) end({ kind: 'hang', reason: `it holds every database connection for ${starvedMs / 1000} s without using it` })
      },
      () => {}, // its end is reported elsewhere
    )
  }, PING_MS)
  timer.unref()
  return () => clearInterval(timer)
}

const LOOK_MS = 250

/** Rejects once a process has had `ms` to do something, and still does not say that it is done. */
export function deadline(pid: number, ms: number): { missed: Promise<never>; stop(): void } {
  const clock = createClock(pid)
  let timer: NodeJS.Timeout | undefined
  const missed = new Promise<never>((_, reject) => {
    timer = setInterval(() => clock.elapsed() > ms && reject(new Error(`it is not ready after ${ms / 1000} s`)), LOOK_MS)
  })
  missed.catch(() => {})
  return { missed, stop: () => clearInterval(timer) }
}
