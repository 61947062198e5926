/** The first lines of a CSV file, enough to map its columns. The server reads the file as a whole. */
export interface CsvHead {
  columns: readonly string[]
  /** Up to three rows after the header. */
  rows: readonly (readonly string[])[]
}

/** Why the head cannot be read: a key of `import.unreadable`. */
export type CsvProblem = 'utf8' | 'empty' | 'columns' | 'repeated'

/** Bytes that are looked at. */
export const HEAD_SIZE = 65_536
const SAMPLE_ROWS = 3
const DELIMITERS = [',', ';', '\t']

/** Cells of the first `limit` rows (RFC 4180): quotes may hold delimiters, line ends and doubled quotes. */
export function parseRows(text: string, delimiter: string, limit: number): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endRow = () => {
    row.push(cell)
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
    cell = ''
  }
  for (let at = 0; at < text.length && rows.length < limit; at += 1) {
    const sign = text[at] as string
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === delimiter) {
      row.push(cell)
      cell = ''
    } else if (sign === '\n') endRow()
    else if (sign !== '\r') cell += sign
  }
  if (rows.length < limit && (cell !== '' || row.length > 0)) endRow()
  return rows
}

/** The sign that parts the header into the most columns. */
function delimiterOf(text: string): string {
  const counts = DELIMITERS.map((sign) => ({ sign, count: parseRows(text, sign, 1)[0]?.length ?? 0 }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).sign
}

/** Reads the head of a CSV text; a byte order mark before it is not part of the first column. */
export function readHead(text: string): CsvHead | CsvProblem {
  const plain = text.replace(/^\u{feff}/u, '')
  const [columns = [], ...rows] = parseRows(plain, delimiterOf(plain), SAMPLE_ROWS + 1)
  if (columns.length === 0) return 'empty'
  if (columns.some((name) => name.trim() === '')) return 'columns'
  return new Set(columns).size === columns.length ? { columns, rows } : 'repeated'
}

/** Reads the head of a file. */
export async function readFileHead(file: Blob): Promise<CsvHead | CsvProblem> {
  const bytes = await file.slice(0, HEAD_SIZE).arrayBuffer()
  try {
    // `stream`: a character cut in two by the slice is no mistake of the file.
    return readHead(new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }))
  } catch {
    return 'utf8'
  }
}
