import { setImmediate as nextTurn } from 'node:timers/promises'
import { CsvError, parse, type Parser } from 'csv-parse'
import { delimiterOf, LineCounter } from './csv-file.js'
import type { ImportErrors } from './import-errors.js'

/** A row of a CSV file and the line it starts in; the first line is 1. */
export interface CsvRow {
  line: number
  cells: string[]
}

/** Bytes parsed in one go: a few milliseconds, between which the process serves others. */
const CHUNK_BYTES = 64 * 1024

const REASONS: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quote is opened here and never closed. Close it, or double it where it is part of the text.',
  CSV_INVALID_CLOSING_QUOTE: 'Text follows a closing quote. Double the quotes that are part of the text.',
  INVALID_OPENING_QUOTE: 'A quote stands inside a cell that is not quoted. Put the whole cell in quotes and double the quotes inside.',
}

/**
 * Reads a CSV file of UTF-8 text (RFC 4180, with comma, semicolon or tab) row by row, the header included; empty rows are left out.
 * Errors: `FILE_NOT_CSV` with the line and what to mend.
 */
export async function* readCsv(bytes: Buffer, errors: ImportErrors): AsyncGenerator<CsvRow> {
  const lines = new LineCounter(bytes)
  let rows: CsvRow[] = []
  const parser = createParser(bytes, (cells, end) => {
    const line = lines.next()
    lines.advance(end)
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells })
  })
  try {
    for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
      await feed(parser, bytes.subarray(start, start + CHUNK_BYTES))
      yield* rows
      rows = []
      await nextTurn()
    }
    await feed(parser, undefined)
    yield* rows
  } catch (error) {
    throw error instanceof CsvError ? notCsv(error, lines.next(), errors) : error
  }
}

/** Rows are taken as they are found: a stream that fails drops the ones before, and with them the line of the failure. */
function createParser(bytes: Buffer, onRow: (cells: string[], end: number) => void): Parser {
  const parser = parse({
    delimiter: delimiterOf(bytes),
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (cells: string[], { bytes: end }) => {
      onRow(cells, end)
      return null
    },
  })
  return parser.on('error', () => {}).resume() // who feeds it hears of the error
}

/** Parses a piece of the file; undefined is its end. */
const feed = (parser: Parser, chunk: Buffer | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const done = (error?: Error | null) => (error ? reject(error) : resolve())
    if (chunk) parser.write(chunk, done)
    else parser.end(done)
  })

function notCsv(error: CsvError, line: number, errors: ImportErrors) {
  const reason = REASONS[error.code] ?? 'It cannot be read as cells. Save the file as CSV again.'
  return errors.FILE_NOT_CSV({ values: { line, reason }, details: [{ line, message: reason }] })
}
