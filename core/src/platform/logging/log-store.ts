import { logErrors } from './errors.js'
import { MAX_DEPTH, type LogEntry, type LogHits, type LogQuery, type LogStatistics } from './schemas.js'

/** Where the records of all instances are kept for some days and searched: the database, or Elasticsearch where that is configured. */
export interface LogStore {
  /** False while records do not get there. */
  isWell(): boolean
  /**
   * The newest first; the last seven days unless told (facts §4).
   * @throws LOG_TOO_DEEP (422), LOG_SEARCH_DOWN (503)
   */
  search(query: LogQuery): Promise<LogHits>
  /** @throws LOG_SEARCH_DOWN (503) */
  statistics(asked: TimeRange): Promise<LogStatistics>
  /** Those of level ERROR and CRITICAL of the last hours, the newest first. @throws LOG_SEARCH_DOWN (503) */
  errors(asked: { hours: number; size: number }): Promise<LogEntry[]>
  /** Gives new records, each as a line of JSON, until the returned function is called. */
  follow(listener: (lines: readonly string[]) => void): () => void
  /** Removes all records of an organization. Returns how many. @throws LOG_SEARCH_DOWN (503) */
  forget(organizationId: string): Promise<number>
  close(): Promise<void>
}
export type TimeRange = Pick<LogQuery, 'start_time' | 'end_time'>

const DAY_MS = 86_400_000
const DEFAULT_DAYS = 7

/** Beginning and end of what is asked, in ISO 8601. */
export function rangeOf({ start_time, end_time }: TimeRange): { start: string; end: string } {
  const end = end_time ?? new Date(Date.now() + DAY_MS).toISOString()
  return { start: start_time ?? new Date(Date.now() - DEFAULT_DAYS * DAY_MS).toISOString(), end }
}

/** @throws LOG_TOO_DEEP (422) */
export function assertDepth({ from = 0, size = 50 }: Pick<LogQuery, 'from' | 'size'>): { from: number; size: number } {
  if (from + size > MAX_DEPTH) throw logErrors.TOO_DEEP({ values: { depth: MAX_DEPTH } })
  return { from, size }
}
