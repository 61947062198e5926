import pino, { type Logger } from 'pino'
import { mkdirSync } from 'node:fs'
import path from 'node:path'

type Destination = ReturnType<typeof pino.destination>
interface Open {
  day: string
  destination: Destination
}
const FLUSH_MS = 500

/** Loggers in the document's format, each with its file `services/{service}/logs/{module}/{YYYY-MM}/{module}-{YYYY-MM-DD}.log`. */
export class LogFiles {
  readonly #home: string
  readonly #debug: boolean
  readonly #files = new Map<string, Open>()
  readonly #loggers = new Map<string, Logger>()
  readonly #timer: NodeJS.Timeout
  readonly #clock = createClock()

  constructor({ home, debug }: { home: string; debug: boolean }) {
    this.#home = home
    this.#debug = debug
    this.#timer = setInterval(() => this.#flush(), FLUSH_MS)
    this.#timer.unref()
  }

  /** The logger of one part of a service, e.g. `('auth-service', 'middleware')`. */
  logger(service: string, module: string): Logger {
    const key = `${service}/${module}`
    let logger = this.#loggers.get(key)
    if (!logger) {
      const stream = { write: (line: string) => void this.#open(service, module).write(line) }
      logger = pino(
        {
          level: this.#debug ? 'debug' : 'info',
          base: { service, module },
          messageKey: 'message',
          timestamp: () => `,"timestamp":"${this.#clock.iso()}"`,
          formatters: { level: (label) => ({ level: LEVELS[label] ?? label.toUpperCase() }) },
          // The request log has no field that could hold a secret, and it is on the path of every request.
          ...(module !== 'middleware' && { redact: { paths: ['password', 'token', 'authorization', 'cookie', '*.password', '*.token', '*.authorization', '*.cookie'], censor: '[hidden]' } }),
        },
        stream,
      )
      this.#loggers.set(key, logger)
    }
    return logger
  }

  #open(service: string, module: string): Destination {
    const day = this.#clock.iso().slice(0, 10)
    const key = `${service}/${module}`
    const open = this.#files.get(key)
    if (open?.day === day) return open.destination
    open?.destination.end()
    const folder = path.join(this.#home, 'services', service, 'logs', module, day.slice(0, 7))
    mkdirSync(folder, { recursive: true })
    const destination = pino.destination({ dest: path.join(folder, `${module}-${day}.log`), sync: false, minLength: 8_192 })
    this.#files.set(key, { day, destination })
    return destination
  }

  #flush(): void {
    for (const { destination } of this.#files.values()) destination.flush()
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await Promise.all([...this.#files.values()].map(({ destination }) => ended(destination)))
    this.#files.clear()
  }
}

/** The time as ISO 8601; written anew once a millisecond, however many records that millisecond has. */
function createClock(): { iso(): string } {
  let at = 0
  let text = ''
  return {
    iso: () => {
      const now = Date.now()
      if (now !== at) {
        at = now
        text = new Date(now).toISOString()
      }
      return text
    },
  }
}

const LEVELS: Record<string, string> = { warn: 'WARNING', fatal: 'CRITICAL' }

function ended(destination: Destination): Promise<void> {
  return new Promise((resolve) => {
    destination.once('close', () => resolve())
    destination.once('error', () => resolve())
    destination.end()
  })
}
