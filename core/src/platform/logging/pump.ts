import { newId } from '@innoerp/sdk/server'
import type { LogFiles } from './log-files.js'

const FLUSH_MS = 500
const MAX_PAUSE_MS = 10_000
const CLOSE_MS = 3_000
/** Characters of a batch, unless told. */
const BATCH = 4_000_000
/** Characters that wait; beyond them the newest are left out, not out of the files. */
const MAX_WAITING = 20_000_000

/** Records on their way, the same ones at every try. */
export interface Batch {
  id: string
  /** Each a record in JSON. */
  lines: readonly string[]
}
export interface Pump {
  /** Brings what has gathered so far. */
  flush(): Promise<void>
  close(): Promise<void>
}
export interface PumpOptions {
  logs: Pick<LogFiles, 'tee' | 'flush'>
  /** Brings a batch; never rejects. False: it could not now and is to be brought again. */
  write(batch: Batch): Promise<boolean>
  /** Told how many records were left out, once records get through again. */
  onLost?(count: number): void
  /** Characters at once. */
  batch?: number
  maxWaiting?: number
}

/** Carries every record of the log files on in batches, off the request and within bounds of memory. */
export function createPump({ logs, write, onLost, batch: size = BATCH, maxWaiting = MAX_WAITING }: PumpOptions): Pump {
  let waiting = ''
  let lost = 0
  let batch: Batch | undefined
  let pause = 0
  let notBefore = 0
  let turn = Promise.resolve()
  let isTurning = false
  logs.tee((text) => {
    if (waiting.length + text.length <= maxWaiting) waiting += text
    else lost += linesOf(text).length
  })
  const next = (): Batch | undefined => {
    if (waiting === '') return undefined
    const end = waiting.length <= size ? waiting.length : (waiting.lastIndexOf('\n', size) + 1 || waiting.indexOf('\n') + 1)
    const lines = linesOf(waiting.slice(0, end))
    waiting = waiting.slice(end)
    return { id: newId(), lines }
  }
  const pass = async (): Promise<void> => {
    isTurning = true
    logs.flush()
    while ((batch ??= next())) {
      if (!(await write(batch))) {
        pause = Math.min(Math.max(FLUSH_MS, pause * 2), MAX_PAUSE_MS)
        notBefore = Date.now() + pause
        break
      }
      batch = undefined
      pause = 0
      if (lost > 0) onLost?.(lost)
      lost = 0
    }
    isTurning = false
  }
  const flush = (): Promise<void> => (turn = turn.then(pass))
  const timer = setInterval(() => void (!isTurning && Date.now() >= notBefore && flush()), FLUSH_MS)
  timer.unref()
  return {
    flush,
    close: async () => {
      clearInterval(timer)
      await Promise.race([flush(), new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref())])
    },
  }
}

const linesOf = (text: string): string[] => text.trimEnd().split('\n')
