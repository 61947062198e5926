import { Nullable, OneOf, Strict, Timestamp, Type, Uuid } from '@innoerp/sdk/contract'

const Word = Type.String({ minLength: 1, maxLength: 100 })

export const ServiceHealth = Type.Object({
  service: Type.String(),
  status: OneOf(['healthy', 'unhealthy']),
  details: Type.Record(Type.String(), Type.Unknown()),
  timestamp: Timestamp,
})
export const Uptime = Type.Object({
  service: Type.String(),
  started_at: Timestamp,
  uptime_seconds: Type.Number(),
  uptime_percent: Type.Number({ description: 'Minutes found healthy, of those of the last 24 hours since it was first seen' }),
  minutes_observed: Type.Integer(),
})
export const ServiceParams = Strict({ name: Type.String({ pattern: '^[a-z][a-z-]{1,40}$' }) })
export const ResponseTime = Type.Object({
  service: Type.String(),
  kind: OneOf(['service', 'module']),
  requests: Type.Integer(),
  errors: Type.Integer(),
  avg_ms: Type.Number(),
  p50_ms: Type.Number(),
  p95_ms: Type.Number(),
  p99_ms: Type.Number(),
})

export const EngineState = Type.Object({ configured: Type.Boolean(), engine: Type.String(), message: Type.String(), items: Type.Array(Type.Record(Type.String(), Type.Unknown())) })
export const TopicParams = Strict({ name: Type.String({ pattern: '^[a-z][a-z0-9_.-]{0,203}$' }) })
export const GroupParams = Strict({ group: Type.String({ pattern: '^[a-z][a-z0-9_.-]{0,99}$' }) })
export const DeadLetterParams = Strict({ event_id: Uuid, consumer: Type.String({ pattern: '^[a-z][a-z0-9_.-]{0,99}$' }) })
export const DeadLetterRow = Type.Object({
  event_id: Uuid,
  consumer: Type.String(),
  topic: Type.String(),
  version: Type.Integer(),
  organization_id: Uuid,
  user_id: Nullable(Uuid),
  occurred_at: Timestamp,
  attempts: Type.Integer(),
  error: Type.String(),
  died_at: Timestamp,
})
export const CacheStats = Type.Object({
  engine: Type.String(),
  hit_rate: Type.Number(),
  miss_rate: Type.Number(),
  total_requests: Type.Integer(),
  hits: Type.Integer(),
  misses: Type.Integer(),
})
export const KibanaUrl = Type.Object({ configured: Type.Boolean(), url: Nullable(Type.String()), message: Type.String() })

export const MailRow = Type.Object({
  id: Uuid,
  organization_id: Nullable(Uuid),
  to: Type.String(),
  subject: Type.String(),
  text: Type.String(),
  html: Type.Optional(Type.String()),
  state: OneOf(['queued', 'sent', 'failed']),
  attempts: Type.Integer(),
  error: Nullable(Type.String()),
  created_at: Timestamp,
  sent_at: Nullable(Timestamp),
})
export const AlertRow = Type.Object({
  id: Uuid,
  kind: Type.String(),
  subject: Type.String(),
  severity: OneOf(['info', 'warning', 'critical']),
  organization_id: Nullable(Uuid),
  message: Type.String(),
  count: Type.Integer(),
  first_at: Timestamp,
  last_at: Timestamp,
  acknowledged_at: Nullable(Timestamp),
})
export const AuditRow = Type.Object({
  id: Uuid,
  at: Timestamp,
  actor_id: Nullable(Uuid),
  actor_email: Nullable(Type.String()),
  action: Type.String(),
  organization_id: Nullable(Uuid),
  target_type: Nullable(Type.String()),
  target_id: Nullable(Type.String()),
  ip: Nullable(Type.String()),
  user_agent: Nullable(Type.String()),
  request_id: Nullable(Type.String()),
  data: Type.Unknown(),
})
export const AuditVerification = Type.Object({ entries: Type.Integer(), ok: Type.Boolean(), first_bad: Nullable(Type.Integer()) })
export const JobRow = Type.Object({
  id: Uuid,
  organization_id: Uuid,
  module_id: Type.String(),
  name: Type.String(),
  state: OneOf(['queued', 'running', 'succeeded', 'failed']),
  attempts: Type.Integer(),
  max_attempts: Type.Integer(),
  error: Nullable(Type.String()),
  run_at: Timestamp,
  created_at: Timestamp,
  finished_at: Nullable(Timestamp),
})

const page = {
  skip: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  search: Type.Optional(Type.String({ maxLength: 200 })),
  total: Type.Optional(Type.Boolean({ default: true })),
}
export const PlainQuery = Strict(page)
export const AuditQuery = Strict({
  ...page,
  actor: Type.Optional(Type.String({ minLength: 1, maxLength: 254, description: 'Id or e-mail of who did it' })),
  action: Type.Optional(Word),
  from: Type.Optional(Timestamp),
  to: Type.Optional(Timestamp),
})
export const IdParams = Strict({ id: Uuid })
