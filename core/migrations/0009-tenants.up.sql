-- Plans and what is paid for them, branding, requests to sign up, the end of an organization and its way back.
create table tenant.subscription_plans (
  id uuid primary key default gen_random_uuid(),
  name text not null unique,
  description text not null default '',
  stripe_price_id text unique,
  price_monthly numeric(12, 2) not null check (price_monthly >= 0),
  price_yearly numeric(12, 2) not null check (price_yearly >= 0),
  max_users integer check (max_users >= 1),
  max_projects integer check (max_projects >= 0),
  -- Ids of the modules that it holds; * for all.
  features jsonb not null default '[]',
  limits jsonb not null default '{}',
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table tenant.organization_subscriptions (
  id uuid primary key,
  organization_id uuid not null references tenant.organizations on delete cascade,
  plan_id uuid not null references tenant.subscription_plans,
  status text not null default 'active' check (status in ('active', 'trialing', 'past_due', 'cancelled', 'expired')),
  billing_period text not null default 'monthly' check (billing_period in ('monthly', 'yearly')),
  current_period_start timestamptz not null default now(),
  current_period_end timestamptz not null,
  cancel_at_period_end boolean not null default false,
  stripe_subscription_id text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index one_live_subscription on tenant.organization_subscriptions (organization_id) where status in ('active', 'trialing', 'past_due');
create index on tenant.organization_subscriptions (created_at desc, id);
create index on tenant.organization_subscriptions (current_period_end) where status in ('active', 'trialing', 'past_due');
create table tenant.subscription_orders (
  id uuid primary key,
  organization_id uuid not null references tenant.organizations on delete cascade,
  subscription_id uuid not null references tenant.organization_subscriptions on delete cascade,
  order_type text not null check (order_type in ('new', 'upgrade', 'downgrade', 'cancel', 'renew')),
  plan_id uuid not null references tenant.subscription_plans,
  plan_name text not null,
  amount numeric(12, 2) not null,
  currency text not null default 'USD',
  status text not null default 'completed' check (status in ('pending', 'completed', 'cancelled')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on tenant.subscription_orders (created_at desc, id);
create table tenant.payments (
  id uuid primary key,
  organization_id uuid not null references tenant.organizations on delete cascade,
  order_id uuid not null references tenant.subscription_orders on delete cascade,
  amount numeric(12, 2) not null,
  currency text not null default 'USD',
  status text not null default 'pending' check (status in ('succeeded', 'pending', 'failed', 'refunded')),
  provider text not null default 'invoice',
  stripe_payment_intent_id text,
  description text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on tenant.payments (created_at desc, id);

create table tenant.organization_branding (
  organization_id uuid primary key references tenant.organizations on delete cascade,
  company_name text,
  logo_file_id uuid,
  favicon_file_id uuid,
  primary_color text not null default '#1976d2',
  secondary_color text not null default '#dc004e',
  accent_color text not null default '#00a86b',
  font_family text not null default 'Inter',
  heading_font text not null default 'Inter',
  theme_preset text not null default 'base',
  custom_css text not null default '',
  sidebar_style text not null default 'default',
  header_style text not null default 'default',
  dashboard_layout text not null default 'grid',
  updated_at timestamptz not null default now()
);
create table tenant.signup_requests (
  id uuid primary key,
  business_name text not null,
  subdomain text not null,
  owner_email text not null,
  owner_name text not null,
  password_hash text not null,
  industry_code text,
  conventions jsonb not null default '{}',
  status text not null default 'pending' check (status in ('pending', 'approved', 'rejected')),
  decided_by uuid,
  decided_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index signup_requests_open on tenant.signup_requests (subdomain) where status = 'pending';
create index on tenant.signup_requests (created_at desc, id);

alter table tenant.organizations add column custom_domain text unique, add column deleted_at timestamptz;
create index on tenant.organizations (trial_ends_at);

do $$
declare
  name text;
begin
  foreach name in array array['organization_subscriptions', 'subscription_orders', 'payments', 'organization_branding'] loop
    execute format('alter table tenant.%1$I enable row level security; alter table tenant.%1$I force row level security;
      create policy tenant on tenant.%1$I to {app} using (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid) with check (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid);
      create policy platform on tenant.%1$I to {admin} using (true) with check (true); create policy owner on tenant.%1$I to {owner} using (true) with check (true)', name);
  end loop;
end
$$;
grant select on tenant.subscription_plans, tenant.organization_subscriptions, tenant.subscription_orders, tenant.payments to {app};
grant select, insert, update on tenant.organization_branding to {app};
grant select, insert, update, delete on tenant.subscription_plans, tenant.organization_subscriptions, tenant.subscription_orders, tenant.payments,
  tenant.organization_branding, tenant.signup_requests to {admin};

insert into tenant.subscription_plans (name, description, price_monthly, price_yearly, max_users, max_projects, features, limits) values
  ('Basic', 'Projects and people for small teams', 29.99, 299.90, 10, 20, '["projects", "hr"]', '{"storage_mb": 5120}'),
  ('Pro', 'With customers, for teams that grow', 99.99, 999.90, 50, 100, '["projects", "hr", "crm"]', '{"storage_mb": 51200}'),
  ('Enterprise', 'Every module, without limits on people and projects', 299.99, 2999.90, null, null, '["*"]', '{"storage_mb": 512000}');
