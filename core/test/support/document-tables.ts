/** The document's tables (Database Architecture) and the columns beyond it (facts §2): table → column → kind of type. */
export const TABLES: Record<string, Record<string, 'uuid' | 'text' | 'boolean' | 'time' | 'json' | 'decimal' | 'integer'>> = {
  'tenant.organizations': { id: 'uuid', name: 'text', slug: 'text', subdomain: 'text', owner_email: 'text', owner_name: 'text', industry_code: 'text', industry_name: 'text', is_active: 'boolean', trial_ends_at: 'time', stripe_customer_id: 'text', stripe_subscription_id: 'text', custom_domain: 'text', created_at: 'time', updated_at: 'time' },
  'users.users': { id: 'uuid', organization_id: 'uuid', email: 'text', username: 'text', password_hash: 'text', user_type: 'text', is_active: 'boolean', is_superuser: 'boolean', first_name: 'text', last_name: 'text', created_at: 'time', updated_at: 'time' },
  'users.user_organizations': { user_id: 'uuid', organization_id: 'uuid', role: 'text', is_active: 'boolean', created_at: 'time', updated_at: 'time' },
  'users.invitations': { organization_id: 'uuid', email: 'text', invited_by_user_id: 'uuid', user_type: 'text', module_type: 'text', invitation_token: 'text', status: 'text', expires_at: 'time', accepted_at: 'time', invitation_metadata: 'json' },
  'tenant.module_registry': { module_id: 'text', module_name: 'text', description: 'text', category: 'text', is_active: 'boolean', service_name: 'text', api_endpoint: 'text', version: 'text', metadata: 'json', created_at: 'time', updated_at: 'time' },
  'tenant.organization_modules': { id: 'uuid', organization_id: 'uuid', module_id: 'text', is_enabled: 'boolean', config: 'json', assigned_at: 'time', created_at: 'time', updated_at: 'time' },
  'tenant.industry_templates': { industry_code: 'text', industry_name: 'text', description: 'text', is_active: 'boolean', created_at: 'time', updated_at: 'time' },
  'tenant.industry_module_templates': { id: 'uuid', industry_code: 'text', module_id: 'text', is_required: 'boolean', default_config: 'json', display_order: 'integer', created_at: 'time', updated_at: 'time' },
  'tenant.subscription_plans': { id: 'uuid', name: 'text', description: 'text', stripe_price_id: 'text', price_monthly: 'decimal', price_yearly: 'decimal', max_users: 'integer', max_projects: 'integer', features: 'json', limits: 'json', is_active: 'boolean', created_at: 'time', updated_at: 'time' },
  'tenant.organization_subscriptions': { id: 'uuid', organization_id: 'uuid', plan_id: 'uuid', status: 'text', current_period_start: 'time', current_period_end: 'time', cancel_at_period_end: 'boolean', stripe_subscription_id: 'text', created_at: 'time', updated_at: 'time' },
  'tenant.organization_branding': { organization_id: 'uuid', company_name: 'text', primary_color: 'text', secondary_color: 'text', accent_color: 'text', font_family: 'text', heading_font: 'text', theme_preset: 'text', custom_css: 'text', sidebar_style: 'text', header_style: 'text', dashboard_layout: 'text' },
  'auth.refresh_tokens': { id: 'uuid', user_id: 'uuid', token: 'text', expires_at: 'time', is_revoked: 'boolean', created_at: 'time', updated_at: 'time' },
}

/** Primary keys, columns in order. */
export const PRIMARY_KEYS: Record<string, string> = {
  'tenant.organizations': 'id',
  'users.users': 'id',
  'tenant.module_registry': 'module_id',
  'tenant.organization_modules': 'id',
  'tenant.industry_templates': 'industry_code',
  'tenant.industry_module_templates': 'id',
  'tenant.subscription_plans': 'id',
  'tenant.organization_subscriptions': 'id',
  'auth.refresh_tokens': 'id',
}

/** What must be unique: table → columns; `lower(x)` counts as x. */
export const UNIQUE: [string, string][] = [
  ['tenant.organizations', 'slug'],
  ['tenant.organizations', 'subdomain'],
  ['users.users', 'organization_id,email'],
  ['users.users', 'organization_id,username'],
  ['users.user_organizations', 'user_id,organization_id'],
  ['users.invitations', 'invitation_token'],
  ['tenant.organization_modules', 'organization_id,module_id'],
  ['tenant.industry_module_templates', 'industry_code,module_id'],
  ['tenant.subscription_plans', 'stripe_price_id'],
  ['auth.refresh_tokens', 'token'],
]

/** Foreign keys. A template's module is no reference: it is named before the host has the module. */
export const REFERENCES: [string, string, string][] = [
  ['users.users', 'organization_id', 'tenant.organizations'],
  ['tenant.organization_modules', 'organization_id', 'tenant.organizations'],
  ['tenant.organization_modules', 'module_id', 'tenant.module_registry'],
  ['tenant.industry_module_templates', 'industry_code', 'tenant.industry_templates'],
  ['tenant.organization_subscriptions', 'organization_id', 'tenant.organizations'],
  ['tenant.organization_subscriptions', 'plan_id', 'tenant.subscription_plans'],
  ['auth.refresh_tokens', 'user_id', 'users.users'],
]

/** Topics of the core services (facts §3). */
export const TOPICS = ['tenant.created', 'tenant.updated', 'tenant.deleted', 'user.created', 'user.updated', 'user.authenticated', 'user.invited', 'user.role.changed', 'user.type.changed', 'subscription.updated', 'module.assigned', 'module.unassigned', 'module.enabled', 'module.disabled', 'module.config.updated', 'module.registered', 'module.template.applied']

/** Fields of a record of the log (facts §4). */
export const LOG_FIELDS = ['timestamp', 'level', 'service', 'module', 'action', 'method', 'path', 'username', 'message', 'organization_id', 'user_id', 'request_id', 'duration_ms', 'status_code', 'client_host', 'user_agent', 'error']
