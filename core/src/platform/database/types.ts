import pg from 'pg'

const identity = (text: string): string => text

/** `2026-11-24 09:00:00.123+00` → `2026-11-24T09:00:00.123Z`: the session's time zone is UTC, so no Date is needed. */
export function isoTimestamp(text: string): string {
  return text.charCodeAt(10) === 32 && text.endsWith('+00') ? `${text.slice(0, 10)}T${text.slice(11, -3)}Z` : text
}

const { builtins } = pg.types
const parsers: Record<number, (text: string) => unknown> = {
  [builtins.TIMESTAMPTZ]: isoTimestamp,
  [builtins.DATE]: identity,
  [builtins.NUMERIC]: identity,
  [builtins.INT8]: Number,
}

/** How values come out of the database: instants as ISO 8601 UTC, days and decimals as text. */
export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}
