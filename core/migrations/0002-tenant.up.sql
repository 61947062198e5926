-- Organizations, industry templates, the catalogue of modules, who has which module (document, Key Tables).
create schema tenant;

create table tenant.industry_templates (
  industry_code text primary key,
  industry_name text not null,
  description text not null default '',
  is_active boolean not null default true,
  display_order integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table tenant.industry_module_templates (
  id uuid primary key default gen_random_uuid(),
  industry_code text not null references tenant.industry_templates,
  module_id text not null,
  is_required boolean not null default true,
  default_config jsonb not null default '{}',
  display_order integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (industry_code, module_id)
);
create table tenant.organizations (
  id uuid primary key,
  name text collate "und-x-icu" not null,
  slug text not null unique,
  subdomain text not null unique,
  owner_email text not null,
  owner_name text not null,
  industry_code text references tenant.industry_templates,
  industry_name text,
  locale text not null default 'en-GB',
  time_zone text not null default 'UTC',
  currency text not null default 'EUR',
  country text not null default 'DE',
  is_active boolean not null default true,
  trial_ends_at timestamptz,
  stripe_customer_id text,
  stripe_subscription_id text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on tenant.organizations (name, id);
create index on tenant.organizations (created_at, id);
create index on tenant.organizations (subdomain, id);

-- One row a module that this host has installed; module_versions has each version's state.
create table tenant.module_registry (
  module_id text primary key,
  module_name text not null,
  description text not null default '',
  category text not null,
  is_active boolean not null default true,
  service_name text not null default 'modules',
  api_endpoint text not null,
  version text not null,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table tenant.module_versions (
  module_id text not null,
  version text not null,
  package_name text not null,
  integrity text not null,
  content_hash text not null,
  state text not null check (state in ('fetched', 'verified', 'migrated', 'active', 'failed', 'retired')),
  signature text not null default 'unsigned' check (signature in ('signed', 'unsigned', 'modified', 'unknown_key')),
  error text,
  installed_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (module_id, version)
);
create table tenant.module_migrations (
  module_id text not null,
  name text not null,
  ran_at timestamptz not null default now(),
  primary key (module_id, name)
);
create table tenant.organization_modules (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references tenant.organizations on delete cascade,
  module_id text not null references tenant.module_registry,
  is_enabled boolean not null default true,
  version text,
  config jsonb not null default '{}',
  display_order integer not null default 0,
  assigned_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (organization_id, module_id)
);

alter table tenant.organizations enable row level security;
alter table tenant.organizations force row level security;
create policy tenant on tenant.organizations to {app} using (id = nullif(current_setting('app.organization_id', true), '')::uuid) with check (id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy platform on tenant.organizations to {admin} using (true) with check (true);
create policy owner on tenant.organizations to {owner} using (true) with check (true);

alter table tenant.organization_modules enable row level security;
alter table tenant.organization_modules force row level security;
create policy tenant on tenant.organization_modules to {app} using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy platform on tenant.organization_modules to {admin} using (true) with check (true);
create policy owner on tenant.organization_modules to {owner} using (true) with check (true);

grant usage on schema tenant to {app}, {admin};
grant select on tenant.industry_templates, tenant.industry_module_templates, tenant.module_registry to {app}, {admin};
grant select, insert, update on tenant.organizations to {app};
grant select, insert on tenant.organization_modules to {app};
grant select, insert, update, delete on tenant.organizations, tenant.organization_modules, tenant.industry_templates, tenant.industry_module_templates,
  tenant.module_registry, tenant.module_versions, tenant.module_migrations to {admin};

insert into tenant.industry_templates (industry_code, industry_name, description, display_order) values
  ('technology', 'Technology', 'Software and IT companies that run projects for customers', 1),
  ('manufacturing', 'Manufacturing', 'Makers of goods with stock, orders and production projects', 2),
  ('retail', 'Retail', 'Shops and wholesalers that live from stock and customers', 3),
  ('healthcare', 'Healthcare', 'Practices, clinics and care services', 4),
  ('finance', 'Finance', 'Banks, insurers and advisers', 5),
  ('construction', 'Construction', 'Builders and trades with sites, crews and material', 6),
  ('professional-services', 'Professional services', 'Consultancies, agencies and law firms', 7),
  ('education', 'Education', 'Schools, universities and training providers', 8);

insert into tenant.industry_module_templates (industry_code, module_id, is_required, display_order)
select code, rtrim(module, '*'), module not like '%*', position
from (values
  ('technology', array['projects', 'crm', 'hr', 'finance', 'inventory*']),
  ('manufacturing', array['projects', 'inventory', 'finance', 'hr', 'crm*']),
  ('retail', array['inventory', 'crm', 'finance', 'hr*']),
  ('healthcare', array['hr', 'finance', 'crm', 'projects*']),
  ('finance', array['finance', 'crm', 'hr', 'projects*']),
  ('construction', array['projects', 'finance', 'hr', 'inventory', 'crm*']),
  ('professional-services', array['projects', 'crm', 'finance', 'hr']),
  ('education', array['hr', 'finance', 'projects', 'crm*'])
) as template (code, modules), unnest(modules) with ordinality as part (module, position);
