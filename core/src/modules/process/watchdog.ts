import { crowd, residentMb, workedMs } from './process-figures.js'

const PING_MS = 500
/** Silence (ms) that it spent working; with callers waiting it may be shorter. */
const SPIN_MS = 2_500
const SPIN_WAITED_FOR_MS = 1_500
/** Silence (ms) without work: it waits for something in a way that stops its event loop. */
const STUCK_MS = 8_000
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
  const maxMb = memoryMb + BESIDE_THE_HEAP_MB
  let answered = { at: Date.now(), worked: workedMs(pid) }
  let tickedAt = answered.at
  let asked = false
  const heard = (): void => void (answered = { at: Date.now(), worked: workedMs(pid) })
  const end = (fault: Fault): void => {
    clearInterval(timer)
    onFault(fault)
  }
  const timer = setInterval(() => {
    const now = Date.now()
    // The host itself was held up: the process had no chance to be heard.
    if (now - tickedAt > 2 * PING_MS) heard()
    tickedAt = now
    const [silent, worked] = [now - answered.at, workedMs(pid) - answered.worked]
    const patience = isWaitedFor() ? SPIN_WAITED_FOR_MS : SPIN_MS
    const spins = silent > patience && worked > patience / crowd()
    if (spins || silent > STUCK_MS * crowd()) return end({ kind: 'hang', reason: `it did not answer for ${Math.round(silent / 100) / 10} s` })
    const mb = residentMb(pid)
    if (mb > maxMb) return end({ kind: 'memory', reason: `it takes ${Math.round(mb)} MB of memory; ${maxMb} are allowed` })
    if (asked) return
    asked = true
    ping().then(
      ({ starvedMs }) => {
        asked = false
        heard()
        if (starvedMs > STARVED_MS) end({ kind: 'hang', reason: `it holds every database connection for ${starvedMs / 1000} s without using it` })
      },
      () => {}, // its end is reported elsewhere
    )
  }, PING_MS)
  timer.unref()
  return () => clearInterval(timer)
}

const LOOK_MS = 250

/** Rejects once a process has had `ms` to do something, on a crowded machine more, and does not say that it is done. */
export function deadline(ms: number): { missed: Promise<never>; stop(): void } {
  const startedAt = Date.now()
  let timer: NodeJS.Timeout | undefined
  const missed = new Promise<never>((_, reject) => {
    timer = setInterval(() => Date.now() - startedAt > ms * crowd() && reject(new Error(`it is not ready after ${ms / 1000} s`)), LOOK_MS)
  })
  missed.catch(() => {})
  return { missed, stop: () => clearInterval(timer) }
}
