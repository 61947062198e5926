import type { Row } from './runner.js'

/** How a value of a type comes out of PostgreSQL's text. */
type Parser = (text: string) => unknown
export type ParserOf = (typeId: number) => Parser

interface Column {
  name: string
  parse: Parser
}

/** Name's end, then table, column number, type, its size and modifier, format (PostgreSQL's RowDescription). */
const TYPE_AT = 7
const NEXT_COLUMN_AT = 19

/** How the rows of one prepared statement are read: made once, of the description that came with its first answer. */
export class RowShape {
  static readonly none = new RowShape([])
  readonly #columns: readonly Column[]
  /** Copied for every row, so that all rows are objects of one form, whatever their values. */
  readonly #empty: Row

  private constructor(columns: readonly Column[]) {
    this.#columns = columns
    this.#empty = Object.fromEntries(columns.map(({ name }) => [name, null]))
  }

  /** `at`: where the RowDescription's body begins in `bytes`. */
  static described(bytes: Buffer, at: number, parserOf: ParserOf): RowShape {
    const columns: Column[] = []
    let from = at + 2
    for (let left = bytes.readInt16BE(at); left > 0; left -= 1) {
      const end = bytes.indexOf(0, from)
      columns.push({ name: bytes.toString('utf8', from, end), parse: parserOf(bytes.readInt32BE(end + TYPE_AT)) })
      from = end + NEXT_COLUMN_AT
    }
    return new RowShape(columns)
  }

  /** `at`: where the DataRow's body begins in `bytes`. */
  read(bytes: Buffer, at: number): Row {
    const row = { ...this.#empty }
    let from = at + 2
    for (const { name, parse } of this.#columns) {
      const length = bytes.readInt32BE(from)
      from += 4
      if (length === -1) continue
      row[name] = parse(bytes.toString('utf8', from, from + length))
      from += length
    }
    return row
  }
}
