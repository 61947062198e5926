import { platformErrors } from '@innoerp/sdk/server'

/** Where a page ended: the sort it belongs to, the last row's sort value as text, the last row's key (not every key is a UUID). */
export interface Cursor {
  sort: string
  value: string
  key: string
}

export const encodeCursor = ({ sort, value, key }: Cursor): string => Buffer.from(JSON.stringify([sort, value, key])).toString('base64url')

/**
 * Reads a cursor back.
 * @throws PLATFORM_BAD_CURSOR (400) for one that is forged or belongs to another sort
 */
export function decodeCursor(text: string, sort: string): Cursor {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(parts) && parts.length === 3 && parts.every((part) => typeof part === 'string' && !part.includes('\0'))) {
      const [of, value, key] = parts as [string, string, string]
      if (of === sort) return { sort, value, key }
    }
  } catch {
    // falls through to the refusal
  }
  throw platformErrors.BAD_CURSOR()
}
