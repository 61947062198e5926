-- The life of module versions: what is installed and why, what each organization runs, operations, rollouts, trusted keys.
alter table tenant.module_versions drop constraint module_versions_state_check;
update tenant.module_versions set state = 'staged' where state in ('fetched', 'verified', 'migrated');
alter table tenant.module_versions
  add constraint module_versions_state_check check (state in ('staged', 'installed', 'active', 'quarantined', 'retired', 'failed')),
  add column manifest jsonb not null default '{}',
  add column isolation text not null default 'inline' check (isolation in ('inline', 'process')),
  add column key_id text,
  add column size_bytes bigint not null default 0;
alter table tenant.module_versions drop constraint module_versions_signature_check,
  add constraint module_versions_signature_check check (signature in ('signed', 'unsigned', 'modified', 'unknown_key'));

alter table tenant.module_registry
  add column package_name text,
  add column uninstalled_at timestamptz,
  add column stable text,
  add column beta text,
  add column granted_capabilities text[] not null default '{}';
update tenant.module_registry r set package_name = v.package_name from tenant.module_versions v where v.module_id = r.module_id and v.version = r.version;
update tenant.module_versions v set manifest = r.metadata -> 'manifest' from tenant.module_registry r
  where v.module_id = r.module_id and v.version = r.version and r.metadata ? 'manifest';

-- What an organization runs of a module: an exact version, a semver range or a channel.
alter table tenant.organization_modules rename column version to version_range;
update tenant.organization_modules set version_range = 'stable' where version_range is null;
alter table tenant.organization_modules
  alter column version_range set default 'stable',
  alter column version_range set not null,
  add column settings jsonb not null default '{}',
  add column requests_per_minute integer check (requests_per_minute >= 0),
  add column jobs_per_hour integer check (jobs_per_hour >= 0),
  add column storage_mb integer check (storage_mb >= 0);
grant update (settings, updated_at) on tenant.organization_modules to {app};

alter table tenant.module_migrations
  add column phase text not null default 'expand' check (phase in ('expand', 'contract')),
  drop constraint module_migrations_pkey,
  add primary key (module_id, name, phase);

create table platform.operations (
  id uuid primary key,
  kind text not null,
  module_id text,
  input jsonb not null,
  state text not null default 'running' check (state in ('running', 'succeeded', 'failed')),
  steps jsonb not null default '[]',
  error jsonb,
  created_by uuid,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create index on platform.operations (created_at desc, id);
create index on platform.operations (id) where state = 'running';

create table tenant.rollouts (
  id uuid primary key,
  module_id text not null,
  version text not null,
  state text not null default 'running' check (state in ('running', 'paused', 'completed', 'stopped', 'rolled_back')),
  waves jsonb not null,
  current_wave integer not null default 0,
  error_budget real,
  reason text,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on tenant.rollouts (module_id, created_at desc);
-- Whom a rollout moved, and from which range, so that one call puts everybody back.
create table tenant.rollout_moves (
  rollout_id uuid not null references tenant.rollouts on delete cascade,
  organization_id uuid not null references tenant.organizations on delete cascade,
  wave integer not null,
  range_before text not null,
  moved_at timestamptz not null default now(),
  requests bigint not null default 0,
  errors bigint not null default 0,
  primary key (rollout_id, organization_id)
);
alter table tenant.rollout_moves enable row level security;
alter table tenant.rollout_moves force row level security;
create policy platform on tenant.rollout_moves to {admin} using (true) with check (true);
create policy owner on tenant.rollout_moves to {owner} using (true) with check (true);

-- Keys whose signature counts, and how what they signed runs.
create table platform.trusted_keys (
  id uuid primary key,
  key_id text not null unique,
  name text not null,
  public_key text not null,
  isolation text not null check (isolation in ('inline', 'process')),
  created_by uuid,
  created_at timestamptz not null default now()
);

grant select, insert, update, delete on platform.operations, platform.trusted_keys, tenant.rollouts, tenant.rollout_moves to {admin};
