import pino, { type Logger } from 'pino'
import { Clock } from './clock.js'
import { DayFile } from './day-file.js'
import { removeOldFiles } from './old-files.js'
import { toRecord } from './record.js'

const FLUSH_MS = 500
const KEEP_MS = 3_600_000
/** Characters that are written at once, at the latest at the next flush: a write costs more than many records do. */
const GATHERED = 16_384

/** Names whose values are hidden, wherever an object of a record has them. */
const SECRETS = ['password', 'token', 'authorization', 'cookie'].flatMap((name) => [name, `*.${name}`, `metadata.*.${name}`])

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
  readonly #dayFiles: DayFile[] = []
  readonly #timers: NodeJS.Timeout[]
  readonly #clock = new Clock()
  readonly #listeners: ((text: string) => void)[] = []

  /** @param days how long files are kept; for ever unless told */
  constructor({ home, debug, days }: { home: string; debug: boolean; days?: number }) {
    this.#home = home
    this.#debug = debug
    const keep = (): void => void (days && removeOldFiles(home, { days }).catch((error: unknown) => this.logger('platform', 'logs').error({ err: error }, 'Old log files could not be removed')))
    this.#timers = [setInterval(() => this.flush(), FLUSH_MS), setInterval(keep, KEEP_MS)]
    for (const timer of this.#timers) timer.unref()
    keep()
  }

  /** Gives to `listener` what the files get: whole records, each with its line feed. */
  tee(listener: (text: string) => void): void {
    this.#listeners.push(listener)
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
          formatters: { level: (label) => ({ level: LEVELS[label] ?? label.toUpperCase() }), log: toRecord },
          redact: { paths: SECRETS, censor: '[hidden]' },
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
      const dayFile = new DayFile({ home: this.#home, service, module })
      this.#dayFiles.push(dayFile)
      let day = ''
      let gathered = ''
      const flush = (): void => {
        if (gathered === '') return
        dayFile.write(gathered, day)
        for (const listener of this.#listeners) listener(gathered)
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

  /** Writes what has gathered. */
  flush(): void {
    for (const file of this.#files.values()) file.flush()
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    this.flush()
    await Promise.all(this.#dayFiles.map((file) => file.close()))
  }
}

const LEVELS: Record<string, string> = { warn: 'WARNING', fatal: 'CRITICAL' }
