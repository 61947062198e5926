import pino from 'pino'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'

type Destination = ReturnType<typeof pino.destination>

/** Bytes after which a day's file goes on in another. */
const MAX_BYTES = 256 * 1024 * 1024

export interface LogFolder {
  /** Folder of all services. */
  home: string
  service: string
  module: string
  maxBytes?: number
}

/**
 * Appends to `services/{service}/logs/{module}/{YYYY-MM}/{module}-{YYYY-MM-DD}.log`: a new file each day, and within the day
 * `….1.log`, `….2.log` where one has become too large.
 */
export class DayFile {
  readonly #at: Required<LogFolder>
  #day = ''
  #part = 0
  #bytes = 0
  #destination: Destination | undefined

  constructor(at: LogFolder) {
    this.#at = { maxBytes: MAX_BYTES, ...at }
  }

  write(text: string, day: string): void {
    const bytes = Buffer.byteLength(text)
    if (day !== this.#day) this.#openDay(day)
    else if (this.#bytes + bytes > this.#at.maxBytes) this.#open(this.#part + 1)
    this.#bytes += bytes
    this.#destination?.write(text)
  }

  close(): Promise<void> {
    const destination = this.#destination
    this.#destination = undefined
    this.#day = ''
    return destination ? ended(destination) : Promise.resolve()
  }

  /** Goes on in the last part that is there. */
  #openDay(day: string): void {
    this.#day = day
    let part = 0
    while (existsSync(this.#pathOf(part + 1))) part += 1
    this.#open(part)
    if (this.#bytes >= this.#at.maxBytes) this.#open(part + 1)
  }

  #open(part: number): void {
    const file = this.#pathOf(part)
    mkdirSync(path.dirname(file), { recursive: true })
    this.#destination?.end()
    this.#part = part
    this.#bytes = existsSync(file) ? statSync(file).size : 0
    this.#destination = pino.destination({ dest: file, sync: false })
  }

  #pathOf(part: number): string {
    const { home, service, module } = this.#at
    return path.join(home, 'services', service, 'logs', module, this.#day.slice(0, 7), `${module}-${this.#day}${part === 0 ? '' : `.${part}`}.log`)
  }
}

function ended(destination: Destination): Promise<void> {
  return new Promise((resolve) => {
    destination.once('close', () => resolve())
    destination.once('error', () => resolve())
    destination.end()
  })
}
