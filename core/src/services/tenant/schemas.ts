import { Country, Currency, Email, listOf, Name, Nullable, OneOf, Strict, SUBDOMAIN_PATTERN, Timestamp, Type, USER_TYPES, Uuid } from '@innoerp/sdk/contract'

const Locale = Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 35, description: 'BCP 47 tag' })
const TimeZone = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_+/-]+$', description: 'IANA time zone' })
const ModuleId = Type.String({ pattern: '^[a-z][a-z0-9-]{1,39}$' })
const IndustryCode = Type.String({ pattern: '^[a-z][a-z0-9-]{1,49}$' })

/** How an organization writes dates and money. */
const conventions = { locale: Locale, time_zone: TimeZone, currency: Currency, country: Country }

/** An organization. */
export const Organization = Type.Object({
  id: Uuid,
  name: Type.String(),
  slug: Type.String(),
  subdomain: Type.String(),
  owner_email: Type.String(),
  owner_name: Type.String(),
  industry_code: Nullable(Type.String()),
  industry_name: Nullable(Type.String()),
  ...conventions,
  is_active: Type.Boolean(),
  registration: OneOf(['invitation', 'open'], { description: 'Who may register: invited people, or anybody' }),
  trial_ends_at: Nullable(Timestamp),
  version: Type.Integer(),
  created_at: Timestamp,
  updated_at: Timestamp,
})
/** An organization in the super admins' list. */
export const OrganizationRow = Type.Object({
  ...Organization.properties,
  user_count: Type.Integer(),
  module_count: Type.Integer(),
  plan_name: Nullable(Type.String({ description: 'The plan of the subscription that goes on; null: none' })),
  deleted_at: Nullable(Timestamp),
})
export const OrganizationList = listOf(Organization, {
  sort: ['name', 'created_at', 'subdomain'],
  search: ['name', 'subdomain', 'owner_email'],
  filter: ['is_active', 'industry_code'],
})

const optionalConventions = {
  locale: Type.Optional(Locale),
  time_zone: Type.Optional(TimeZone),
  currency: Type.Optional(Currency),
  country: Type.Optional(Country),
}
export const OrganizationPatch = Strict({ name: Type.Optional(Name(255)), registration: Type.Optional(OneOf(['invitation', 'open'])), ...optionalConventions }, { minProperties: 1 })
export const StatusBody = Strict({ is_active: Type.Boolean() })

export const SubdomainBody = Strict({ subdomain: Type.String({ maxLength: 300 }) })
export const SubdomainAnswer = Type.Object({ available: Type.Boolean(), subdomain: Type.String(), message: Type.String() })

export const SignUpBody = Strict({
  business_name: Name(255),
  subdomain: Type.String({ pattern: SUBDOMAIN_PATTERN, minLength: 3, maxLength: 63 }),
  owner_email: Email,
  owner_name: Name(200),
  password: Type.String({ minLength: 8, maxLength: 128 }),
  industry_code: Type.Optional(IndustryCode),
  ...optionalConventions,
})
const Owner = Type.Object({
  id: Uuid,
  organization_id: Uuid,
  email: Type.String(),
  username: Type.String(),
  first_name: Nullable(Type.String()),
  last_name: Nullable(Type.String()),
  user_type: OneOf(USER_TYPES),
})
export const SignUpAnswer = Type.Object({
  organization: Organization,
  user: Owner,
  modules: Type.Array(Type.Object({ module_id: Type.String(), version: Type.String(), is_enabled: Type.Boolean() })),
})

/** Sign-up that waits for a super admin. */
export const SignUpPending = Type.Object({ request: Type.Object({ id: Uuid, status: Type.Literal('pending') }) })

export const Industry = Type.Object({
  industry_code: Type.String(),
  industry_name: Type.String(),
  description: Type.String(),
  is_active: Type.Boolean(),
})
export const IndustryModule = Type.Object({
  module_id: Type.String(),
  module_name: Type.String(),
  description: Type.String(),
  icon: Type.String(),
  color: Type.String(),
  is_required: Type.Boolean(),
  display_order: Type.Integer(),
})

const Config = Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), { maxProperties: 200 })
/** What a module may use for the organization; null: no limit. */
const Quota = { requests_per_minute: Nullable(Type.Integer()), jobs_per_hour: Nullable(Type.Integer()), storage_mb: Nullable(Type.Integer()) }

/** A module that an organization has. */
export const Assignment = Type.Object({
  module_id: Type.String(),
  module_name: Type.String(),
  icon: Type.String(),
  color: Type.String(),
  version: Type.String({ description: 'What it runs; empty while no active version fits' }),
  version_range: Type.String({ description: 'An exact version, a semver range or a channel' }),
  is_enabled: Type.Boolean(),
  config: Config,
  assigned_at: Timestamp,
  ...Quota,
})
export const AssignBody = Strict({ module_id: ModuleId, config: Type.Optional(Config) })
export const AssignmentPatch = Strict({ is_enabled: Type.Optional(Type.Boolean()), config: Type.Optional(Config) }, { minProperties: 1 })

export const IdParams = Strict({ id: Uuid })
export const CodeParams = Strict({ code: IndustryCode })
export const OrgParams = Strict({ org: Uuid })
export const OrgModuleParams = Strict({ org: Uuid, module_id: ModuleId })
export const ModuleParams = Strict({ module_id: ModuleId })
