import { platformErrors } from './platform-errors.js'

/** Where a page ended: the sort it belongs to, the last row's sort value as text, its id. */
export interface Cursor {
  sort: string
  value: string
  id: string
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const encodeCursor = ({ sort, value, id }: Cursor): string => Buffer.from(JSON.stringify([sort, value, id])).toString('base64url')

/** Reads a cursor back; one that is forged or of another sort is refused. */
export function decodeCursor(text: string, sort: string): Cursor {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(parts) && parts.length === 3 && parts[0] === sort && typeof parts[1] === 'string' && UUID.test(String(parts[2]))) {
      return { sort, value: parts[1], id: String(parts[2]) }
    }
  } catch {
    // falls through to the refusal
  }
  throw platformErrors.BAD_CURSOR()
}
