import { Name, Nullable, OneOf, Strict, Timestamp, Type, Uuid } from '@innoerp/sdk/contract'

export const ModuleId = Type.String({ pattern: '^[a-z][a-z0-9-]{1,39}$' })
const Version = Type.String({ minLength: 1, maxLength: 100, pattern: '^[0-9A-Za-z.+-]+$', description: 'Exact version (semver)' })
const PackageName = Type.String({ minLength: 1, maxLength: 214, pattern: '^(@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*$' })
const SIGNATURES = ['signed', 'unsigned', 'modified', 'unknown_key'] as const
export const Isolation = OneOf(['inline', 'process'])

export const ModuleParams = Strict({ module_id: ModuleId })
export const VersionParams = Strict({ module_id: ModuleId, version: Version })
export const OrgModuleParams = Strict({ org: Uuid, module_id: ModuleId })
export const IdParams = Strict({ id: Uuid })

export const Started = Type.Object({ operation_id: Uuid })
const Step = Type.Object({
  name: Type.String(),
  state: OneOf(['running', 'succeeded', 'failed']),
  started_at: Timestamp,
  finished_at: Nullable(Timestamp),
  detail: Type.Optional(Type.String()),
})
export const Operation = Type.Object({
  id: Uuid,
  kind: Type.String(),
  module_id: Nullable(Type.String()),
  state: OneOf(['running', 'succeeded', 'failed']),
  steps: Type.Array(Step),
  error: Type.Optional(Type.Object({ code: Type.String(), message: Type.String() })),
  created_at: Timestamp,
  finished_at: Nullable(Timestamp),
})

export const InstallBody = Strict({ package: PackageName, version: Type.Optional(Version), activate: Type.Optional(Type.Boolean({ default: true })) })
export const PurgeBody = Strict({ confirm: Type.String({ maxLength: 100, description: 'The id of the module' }) })
export const PreflightBody = Strict({
  action: OneOf(['install', 'upgrade', 'uninstall']),
  version: Type.Optional(Version),
  organizations: Type.Optional(Type.Array(Uuid, { maxItems: 1000 })),
})
const Problem = Type.Object({ severity: OneOf(['error', 'warning']), code: Type.String(), message: Type.String(), organization_id: Type.Optional(Uuid) })
export const PreflightAnswer = Type.Object({
  ok: Type.Boolean({ description: 'No problem is an error' }),
  problems: Type.Array(Problem),
  impact: Type.Object({
    dependents: Type.Array(Type.Object({ module_id: Type.String(), version: Type.String(), range: Type.String(), optional: Type.Boolean() })),
    row_counts: Type.Record(Type.String(), Type.Integer(), { description: 'Table → rows over all organizations' }),
    tenants: Type.Array(Type.Object({ organization_id: Uuid, name: Type.String(), version: Nullable(Type.String()) })),
    migrations: Type.Array(Type.Object({ file: Type.String(), phase: OneOf(['expand', 'contract']) })),
    capabilities: Type.Array(Type.String(), { description: 'What it asks for and is not granted yet' }),
  }),
})

const Word = (maxLength: number) => Type.Optional(Nullable(Type.String({ minLength: 1, maxLength, pattern: '\\S' })))
export const ModulePatch = Strict({
  module_name: Word(100),
  description: Word(500),
  category: Word(60),
  icon: Word(40),
  color: Type.Optional(Nullable(Type.String({ pattern: '^#[0-9A-Fa-f]{6}$' }))),
  is_active: Type.Optional(Type.Boolean({ description: 'Whether organizations can be given it' })),
})
export const HostPreflightBody = Strict({ sdk_version: Type.String({ pattern: '^\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?$', maxLength: 100, description: 'The version of @innoerp/sdk that the new host brings' }) })
export const HostPreflightAnswer = Type.Object({ ok: Type.Boolean({ description: 'Every version that an organization runs would still run' }), problems: Type.Array(Problem) })

export const VersionShown = Type.Object({
  version: Type.String(),
  state: OneOf(['available', 'installed', 'active', 'quarantined', 'retired']),
  signature: OneOf(SIGNATURES),
  isolation: Isolation,
  tenants: Type.Integer({ description: 'Organizations that run it' }),
  size_bytes: Type.Integer(),
  error: Nullable(Type.String({ description: 'Why it was refused, or quarantined' })),
})
const Channels = Type.Object({ stable: Nullable(Type.String()), beta: Nullable(Type.String()) })
export const ModuleDetail = Type.Object({
  module_id: Type.String(),
  module_name: Type.String(),
  description: Type.String(),
  category: Type.String(),
  package: Nullable(Type.String()),
  version: Nullable(Type.String({ description: 'What organizations run that are pinned to nothing' })),
  icon: Type.String(),
  color: Type.String(),
  api_endpoint: Type.String(),
  is_active: Type.Boolean({ description: 'Open for new assignments' }),
  core: Type.Boolean(),
  signature: OneOf(SIGNATURES),
  permissions: Type.Record(Type.String(), Type.String()),
  tenants: Type.Integer(),
  uninstalled_at: Nullable(Timestamp),
  settings: Type.Unknown({ description: 'JSON Schema of the tenants’ settings; null where it has none' }),
  versions: Type.Array(VersionShown),
  channels: Channels,
})
export const ModuleOrganization = Type.Object({
  organization_id: Uuid,
  name: Type.String(),
  subdomain: Type.String(),
  is_enabled: Type.Boolean(),
  range: Type.String({ description: 'An exact version, a semver range or a channel' }),
  resolved_version: Nullable(Type.String({ description: 'What it runs; null while no active version fits' })),
  requests_per_minute: Nullable(Type.Integer({ description: 'Null: no limit' })),
  jobs_per_hour: Nullable(Type.Integer({ description: 'Null: no limit' })),
  storage_mb: Nullable(Type.Integer({ description: 'Null: no limit' })),
})
export const ChannelsBody = Strict({ stable: Type.Optional(Nullable(Version)), beta: Type.Optional(Nullable(Version)) }, { minProperties: 1 })
export const AvailableModule = Type.Object({
  module_id: Type.String(),
  module_name: Type.String(),
  description: Type.String(),
  icon: Type.String(),
  color: Type.String(),
  package: Type.String(),
  version: Type.String(),
  signature: OneOf(SIGNATURES),
  isolation: Isolation,
  size_bytes: Type.Integer(),
})

const Capability = Type.String({ minLength: 1, maxLength: 120 })
export const CapabilitiesBody = Strict({ granted: Type.Array(Capability, { maxItems: 200, uniqueItems: true }) })
export const CapabilitiesAnswer = Type.Object({ requested: Type.Array(Type.String()), granted: Type.Array(Type.String()) })

export const KeyBody = Strict({ name: Name(100), public_key: Type.String({ minLength: 1, maxLength: 2000, description: 'Ed25519, PEM (SPKI)' }), isolation: Isolation })
export const TrustedKey = Type.Object({ id: Uuid, key_id: Type.String(), name: Type.String(), public_key: Type.String(), isolation: Isolation, created_at: Timestamp })

export const RangeBody = Strict({ range: Type.String({ minLength: 1, maxLength: 100, description: 'An exact version, a semver range, stable or beta' }) })
export const RangeAnswer = Type.Object({ range: Type.String(), resolved_version: Nullable(Type.String()) })

export const WaveBody = Type.Unsafe<{ organizations: string[] } | { percent: number }>({
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  maxProperties: 1,
  properties: {
    organizations: { type: 'array', minItems: 1, maxItems: 10_000, uniqueItems: true, items: { type: 'string', format: 'uuid' } },
    percent: { type: 'number', exclusiveMinimum: 0, maximum: 100, description: 'Of the organizations that have the module' },
  },
})
export const RolloutBody = Strict({
  version: Version,
  waves: Type.Array(WaveBody, { minItems: 1, maxItems: 50 }),
  error_budget: Type.Optional(Type.Number({ minimum: 0, maximum: 1, description: 'Share of failed requests that stops it' })),
  enables: Type.Optional(Type.Boolean({ default: false, description: 'Also gives the module to organizations of a wave that lack it; percentages count all active ones then' })),
})
const Wave = Type.Object({
  organizations: Type.Array(Uuid, { description: 'Whom it moved' }),
  percent: Nullable(Type.Number()),
  state: OneOf(['waiting', 'running', 'done']),
  requests: Type.Integer(),
  errors: Type.Integer(),
  error_rate: Type.Number(),
  started_at: Nullable(Timestamp),
})
export const Rollout = Type.Object({
  id: Uuid,
  module_id: Type.String(),
  version: Type.String(),
  state: OneOf(['running', 'paused', 'completed', 'stopped', 'rolled_back']),
  reason: Nullable(Type.String()),
  error_budget: Nullable(Type.Number()),
  enables: Type.Boolean(),
  current_wave: Type.Integer({ description: 'From 0' }),
  waves: Type.Array(Wave),
  created_at: Timestamp,
  updated_at: Timestamp,
})

export const SettingsBody = Type.Record(Type.String({ maxLength: 60 }), Type.Unknown(), { maxProperties: 200 })
export const SettingsAnswer = Type.Object({ schema: Type.Unknown(), values: SettingsBody })
export const SettingsDiffQuery = Strict({ version: Version })
export const SettingsDiff = Type.Object({
  changes: Type.Array(
    Type.Object({
      name: Type.String(),
      before: Type.Unknown({ description: 'Default of the version that runs' }),
      after: Type.Unknown({ description: 'Default of the other version' }),
      tenant_value: Type.Optional(Type.Unknown({ description: 'What the organization set; absent when it set nothing' })),
      result: Type.Optional(Type.Unknown({ description: 'What would hold; absent when the field goes' })),
    }),
  ),
})
