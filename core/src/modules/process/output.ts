import type { Readable } from 'node:stream'

const MAX_LINE = 2_000
const LINES_A_SECOND = 100
const BYTES_A_SECOND = 256 * 1024
/** After so many seconds of it in a row it is no accident. */
const FLOOD_SECONDS = 3
const KEPT = 4_000

/** What a process writes, as lines for the log, bounded: one that floods is held up, and only it. */
export interface Output {
  /** The last that was written, for whoever asks why the process ended. */
  tail(): string
}

export function readOutput(stream: Readable, { onLine, onFlood }: { onLine(line: string): void; onFlood(): void }): Output {
  let tail = ''
  let rest = ''
  let lines = 0
  let bytes = 0
  let flooded = 0
  const timer = setInterval(() => {
    flooded = bytes > BYTES_A_SECOND ? flooded + 1 : 0
    if (flooded === FLOOD_SECONDS) onFlood()
    lines = 0
    bytes = 0
    stream.resume()
  }, 1_000)
  timer.unref()
  stream.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-KEPT)
    bytes += text.length
    const parts = (rest + text).split('\n')
    rest = (parts.pop() ?? '').slice(0, MAX_LINE)
    for (const line of parts.slice(0, Math.max(0, LINES_A_SECOND - lines))) if (line.trim() !== '') onLine(line.slice(0, MAX_LINE))
    lines += parts.length
    // Its end of the pipe fills up, and its next write waits.
    if (bytes > BYTES_A_SECOND) stream.pause()
  })
  stream.once('close', () => clearInterval(timer))
  return { tail: () => tail.trim() }
}
