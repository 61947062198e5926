import pino, { type Logger } from 'pino'
import { mkdirSync } from 'node:fs'
import path from 'node:path'

type Destination = ReturnType<typeof pino.destination>
interface Open {
  day: string
  destination: Destination
}
const FLUSH_MS = 500
/** Characters that are written at once, at the latest at the next flush: a write costs more than many records do. */
const GATHERED = 16_384

/** One log file, a new one each day. Its lines are records in the document's format, each with its line feed. */
export interface LogFile {
  readonly service: string
  readonly module: string
  readonly clock: Clock
  write(line: string): void
  flush(): void
}

/** Loggers in the document's format, each with its file `services/{service}/logs/{module}/{YYYY-MM}/{module}-{YYYY-MM-DD}.log`. */
export class LogFiles {
  readonly #home: string
  readonly #debug: boolean
  readonly #files = new Map<string, LogFile>()
  readonly #loggers = new Map<string, Logger>()
  readonly #open = new Map<string, Open>()
  readonly #timer: NodeJS.Timeout
  readonly #clock = new Clock()
  #onText: ((text: string) => void) | undefined

  constructor({ home, debug }: { home: string; debug: boolean }) {
    this.#home = home
    this.#debug = debug
    this.#timer = setInterval(() => this.flush(), FLUSH_MS)
    this.#timer.unref()
  }

  /** Gives to `listener` what the files get: whole records, each with its line feed. */
  tee(listener: (text: string) => void): void {
    this.#onText = listener
  }

  /** The logger of one part of a service, e.g. `('auth-service', 'middleware')`. */
  logger(service: string, module: string): Logger {
    const key = `${service}/${module}`
    let logger = this.#loggers.get(key)
    if (!logger) {
      logger = pino(
        {
          level: this.#debug ? 'debug' : 'info',
          base: { service, module },
          messageKey: 'message',
          timestamp: () => `,"timestamp":"${this.#clock.iso}"`,
          formatters: { level: (label) => ({ level: LEVELS[label] ?? label.toUpperCase() }) },
          redact: { paths: ['password', 'token', 'authorization', 'cookie', '*.password', '*.token', '*.authorization', '*.cookie'], censor: '[hidden]' },
        },
        this.file(service, module),
      )
      this.#loggers.set(key, logger)
    }
    return logger
  }

  /** The file behind the logger of that name, for what is written too often to build an object of each record. */
  file(service: string, module: string): LogFile {
    const key = `${service}/${module}`
    let file = this.#files.get(key)
    if (!file) {
      const clock = this.#clock
      let day = ''
      let gathered = ''
      const flush = (): void => {
        if (gathered === '') return
        this.#openFor(key, day).write(gathered)
        this.#onText?.(gathered)
        gathered = ''
      }
      const write = (line: string): void => {
        if (day !== clock.day) {
          flush()
          day = clock.day
        }
        gathered += line
        if (gathered.length > GATHERED) flush()
      }
      file = { service, module, clock, write, flush }
      this.#files.set(key, file)
    }
    return file
  }

  /** The file of a service's module for a day; the one of the day before is closed. */
  #openFor(key: string, day: string): Destination {
    const open = this.#open.get(key)
    if (open?.day === day) return open.destination
    open?.destination.end()
    const [service = '', module = ''] = key.split('/')
    const folder = path.join(this.#home, 'services', service, 'logs', module, day.slice(0, 7))
    mkdirSync(folder, { recursive: true })
    const destination = pino.destination({ dest: path.join(folder, `${module}-${day}.log`), sync: false })
    this.#open.set(key, { day, destination })
    return destination
  }

  /** Writes what has gathered. */
  flush(): void {
    for (const file of this.#files.values()) file.flush()
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    this.flush()
    await Promise.all([...this.#open.values()].map(({ destination }) => ended(destination)))
    this.#open.clear()
  }
}

/** The time as ISO 8601 and its day; written anew once a millisecond, however many records that millisecond has. */
export class Clock {
  #at = 0
  #iso = ''
  #day = ''

  get iso(): string {
    const now = Date.now()
    if (now !== this.#at) {
      this.#at = now
      this.#iso = new Date(now).toISOString()
      this.#day = this.#iso.slice(0, 10)
    }
    return this.#iso
  }

  /** The day of the time that was last told. */
  get day(): string {
    return this.#day || this.iso.slice(0, 10)
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
