import type { Duplex } from 'node:stream'

/** No message is longer: what carries files goes in pieces. */
const MAX_FRAME = 16 * 1024 * 1024
const HEAD = 4
/** More than this in a second is nobody's honest work; the rest waits for the next one. */
const MAX_A_SECOND = 20_000

/** JSON messages over a byte stream, each after its length. What comes in is bounded in size and in pace. */
export interface Channel {
  send(message: object): void
  close(): void
}

interface Handlers {
  onMessage(message: unknown): void
  /** The other side is gone, or broke the rules. */
  onClose(problem?: string): void
}

export function openChannel(stream: Duplex, { onMessage, onClose }: Handlers): Channel {
  const pace = createPace(stream)
  let closed = false
  const close = (problem?: string): void => {
    if (closed) return
    closed = true
    pace.stop()
    stream.destroy()
    onClose(problem)
  }
  const take = createFrames((text) => {
    pace.count()
    onMessage(JSON.parse(text))
  })
  stream.on('data', (chunk: Buffer) => {
    try {
      take(chunk)
    } catch (error) {
      close(error instanceof Error ? error.message : String(error))
    }
  })
  stream.on('error', () => close())
  stream.on('close', () => close())
  return {
    send: (message) => {
      if (closed) return
      const text = Buffer.from(JSON.stringify(message))
      const head = Buffer.alloc(HEAD)
      head.writeUInt32BE(text.length)
      stream.write(Buffer.concat([head, text]))
    },
    close: () => close(),
  }
}

/** Cuts what comes in into messages. */
function createFrames(onFrame: (text: string) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = []
  let size = 0
  let wanted = HEAD
  return (chunk) => {
    chunks.push(chunk)
    size += chunk.length
    if (size < wanted) return
    let bytes = chunks.length === 1 ? chunk : Buffer.concat(chunks)
    for (;;) {
      if (bytes.length < HEAD) break
      const length = bytes.readUInt32BE(0)
      if (length > MAX_FRAME) throw new Error(`a message of ${length} bytes`)
      if (bytes.length < HEAD + length) break
      onFrame(bytes.toString('utf8', HEAD, HEAD + length))
      bytes = bytes.subarray(HEAD + length)
    }
    chunks = bytes.length > 0 ? [bytes] : []
    size = bytes.length
    wanted = bytes.length < HEAD ? HEAD : HEAD + bytes.readUInt32BE(0)
  }
}

function createPace(stream: Duplex): { count(): void; stop(): void } {
  let inThisSecond = 0
  const timer = setInterval(() => {
    inThisSecond = 0
    if (stream.isPaused()) stream.resume()
  }, 1_000)
  timer.unref()
  return {
    count: () => {
      inThisSecond += 1
      if (inThisSecond === MAX_A_SECOND) stream.pause()
    },
    stop: () => clearInterval(timer),
  }
}
