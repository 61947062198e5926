import { isUtf8 } from 'node:buffer'
import type { ImportErrors } from './import-errors.js'

const BOM = Buffer.from([0xef, 0xbb, 0xbf])
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/**
 * The bytes of a CSV file without a byte order mark, known to be UTF-8 text. Errors: `FILE_EMPTY`, `FILE_NOT_UTF8` (with the
 * first line that is not).
 */
export function textOf(file: Buffer, errors: ImportErrors): Buffer {
  const bytes = file.subarray(0, 3).equals(BOM) ? file.subarray(3) : file
  if (!isUtf8(bytes)) throw errors.FILE_NOT_UTF8({ values: { line: firstBadLine(bytes) } })
  if (bytes.every(isBlank)) throw errors.FILE_EMPTY()
  return bytes
}

const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x09 || byte === LINE_FEED || byte === CARRIAGE_RETURN

function firstBadLine(bytes: Buffer): number {
  for (let line = 1, start = 0; ; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start)
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line
    start = end + 1
  }
}

const DELIMITERS = [',', ';', '\t']

/** What separates the cells: whichever of comma, semicolon and tab the header holds most of, outside quotes. */
export function delimiterOf(bytes: Buffer): string {
  const end = bytes.indexOf(LINE_FEED)
  const header = bytes.toString('utf8', 0, end < 0 ? bytes.length : end).replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

/** Counts lines up to byte offsets that only grow: where a row of many lines starts, and where the next one does. */
export class LineCounter {
  readonly #bytes: Buffer
  readonly #ending: number
  #offset = 0
  #line = 1

  constructor(bytes: Buffer) {
    this.#bytes = bytes
    this.#ending = bytes.includes(LINE_FEED) ? LINE_FEED : CARRIAGE_RETURN
  }

  /** The line of the first row at or after the place reached: empty lines in between hold no row. */
  next(): number {
    while (this.#bytes[this.#offset] === LINE_FEED || this.#bytes[this.#offset] === CARRIAGE_RETURN) this.advance(this.#offset + 1)
    return this.#line
  }

  advance(offset: number): void {
    for (; this.#offset < offset; this.#offset += 1) if (this.#bytes[this.#offset] === this.#ending) this.#line += 1
  }
}
