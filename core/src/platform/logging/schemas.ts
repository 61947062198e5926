import { Nullable, OneOf, Strict, Timestamp, Type, Uuid, type Static } from '@innoerp/sdk/contract'

export const LEVELS = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'] as const
/** How deep a search may be paged, whatever store answers; beyond it people narrow what they search. */
export const MAX_DEPTH = 10_000
const Word = Type.String({ minLength: 1, maxLength: 100 })

/** The document's log format (facts §4). */
export const LogEntry = Type.Object({
  id: Type.String(),
  timestamp: Timestamp,
  level: Type.String(),
  service: Type.String(),
  module: Type.String(),
  action: Nullable(Type.String()),
  method: Nullable(Type.String()),
  path: Nullable(Type.String()),
  username: Nullable(Type.String()),
  message: Type.String(),
  organization_id: Nullable(Uuid),
  user_id: Nullable(Uuid),
  request_id: Nullable(Type.String()),
  duration_ms: Nullable(Type.Number()),
  status_code: Nullable(Type.Integer()),
  client_host: Nullable(Type.String()),
  user_agent: Nullable(Type.String()),
  error: Type.Unknown(),
})
export const LogQuery = Strict({
  service: Type.Optional(Word),
  level: Type.Optional(OneOf(LEVELS)),
  start_time: Type.Optional(Timestamp),
  end_time: Type.Optional(Timestamp),
  query: Type.Optional(Type.String({ maxLength: 500, description: 'A request id, or text in message, path, user or error' })),
  size: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
  from: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000, default: 0, description: `With size at most ${MAX_DEPTH.toLocaleString('en')}` })),
})
export const LogHits = Type.Object({ hits: Type.Array(LogEntry), total: Type.Integer() })
export const LogStatistics = Type.Object({
  total: Type.Integer(),
  by_level: Type.Record(Type.String(), Type.Integer()),
  by_service: Type.Record(Type.String(), Type.Integer()),
  time_range: Type.Object({ start: Timestamp, end: Timestamp }),
})
export const StatisticsQuery = Strict({ start_time: Type.Optional(Timestamp), end_time: Type.Optional(Timestamp) })
export const ErrorsQuery = Strict({ hours: Type.Optional(Type.Integer({ minimum: 1, maximum: 168, default: 24 })), size: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })) })

export type LogEntry = Static<typeof LogEntry>
export type LogQuery = Static<typeof LogQuery>
export type LogHits = Static<typeof LogHits>
export type LogStatistics = Static<typeof LogStatistics>
