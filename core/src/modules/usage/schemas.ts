import { DEFAULT_LIMIT, MAX_LIMIT, Nullable, Optional, Strict, Type, Uuid, type Static } from '@innoerp/sdk/contract'

const ModuleId = Type.String({ pattern: '^[a-z][a-z0-9-]{1,39}$' })
const Share = Type.Integer({ minimum: 0, maximum: 1_000_000_000 })

export const UsageQuery = Strict({
  organization_id: Type.Optional(Uuid),
  module_id: Type.Optional(ModuleId),
  skip: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT })),
  after: Type.Optional(Type.String({ maxLength: 2_000 })),
  total: Type.Optional(Type.Boolean({ default: true })),
})
export type UsageQuery = Static<typeof UsageQuery>

/** What a module did for an organization in the last 24 hours, and the storage it holds now. */
export const UsageRow = Type.Object({
  organization_id: Uuid,
  module_id: Type.String(),
  requests: Type.Integer(),
  errors: Type.Integer({ description: 'Answers with a status of 500 and above' }),
  p50_ms: Type.Number({ description: 'Half of the requests took no longer, in ms' }),
  p99_ms: Type.Number({ description: 'Of a hundred requests 99 took no longer, in ms' }),
  jobs: Type.Integer({ description: 'Jobs that ran to their end' }),
  storage_mb: Type.Number({ description: 'Content of its files, in units of 1,048,576 bytes' }),
  storage_limit_mb: Nullable(Type.Integer({ description: 'Its quota in the same unit; null: no limit' })),
})
export type UsageRow = Static<typeof UsageRow>

export const QuotaParams = Strict({ org: Uuid, module_id: ModuleId })

/** What a module may use for an organization; absent and null are no limit. */
export const QuotaBody = Strict({ requests_per_minute: Optional(Share), jobs_per_hour: Optional(Share), storage_mb: Optional(Share) })
export type QuotaBody = Static<typeof QuotaBody>

export const Quota = Type.Object({ requests_per_minute: Nullable(Share), jobs_per_hour: Nullable(Share), storage_mb: Nullable(Share) })
export type Quota = Static<typeof Quota>
