import { DatabaseError } from 'pg-protocol'

/** The letters of an ErrorResponse's fields, and what pg calls them. */
const FIELDS: Readonly<Record<string, keyof DatabaseError>> = {
  S: 'severity',
  C: 'code',
  D: 'detail',
  H: 'hint',
  P: 'position',
  p: 'internalPosition',
  q: 'internalQuery',
  W: 'where',
  s: 'schema',
  t: 'table',
  c: 'column',
  d: 'dataType',
  n: 'constraint',
  F: 'file',
  L: 'line',
  R: 'routine',
}

/** pg's error, of an ErrorResponse whose body stands in `bytes` from `at`. */
export function databaseError(bytes: Buffer, at: number): DatabaseError {
  const fields = new Map<string, string>()
  for (let from = at; bytes[from] !== 0; ) {
    const end = bytes.indexOf(0, from)
    fields.set(String.fromCharCode(bytes[from] ?? 0), bytes.toString('utf8', from + 1, end))
    from = end + 1
  }
  const named = [...fields].flatMap(([letter, text]) => (FIELDS[letter] ? [[FIELDS[letter], text] as const] : []))
  return Object.assign(new DatabaseError(fields.get('M') ?? '', bytes.length, 'error'), Object.fromEntries(named))
}
