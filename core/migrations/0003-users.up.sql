-- People: accounts, memberships, invitations (user service) and their sessions (auth service).
create schema users;
create schema auth;

create table users.users (
  id uuid primary key,
  organization_id uuid references tenant.organizations on delete cascade,
  email text not null,
  username text not null,
  password_hash text not null,
  user_type text not null check (user_type in ('admin', 'manager', 'employee', 'client', 'supplier')),
  is_active boolean not null default true,
  is_superuser boolean not null default false,
  email_verified_at timestamptz,
  first_name text,
  last_name text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (is_superuser = (organization_id is null))
);
create unique index users_email on users.users (coalesce(organization_id, '00000000-0000-0000-0000-000000000000'), lower(email));
create unique index users_username on users.users (coalesce(organization_id, '00000000-0000-0000-0000-000000000000'), lower(username));
create index on users.users (organization_id, email, id);
create index on users.users (organization_id, created_at, id);

create table users.user_organizations (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users.users on delete cascade,
  organization_id uuid not null references tenant.organizations on delete cascade,
  role text not null,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (user_id, organization_id)
);
create index on users.user_organizations (organization_id);

create table users.invitations (
  id uuid primary key,
  organization_id uuid not null references tenant.organizations on delete cascade,
  email text not null,
  invited_by_user_id uuid references users.users on delete set null,
  user_type text not null check (user_type in ('admin', 'manager', 'employee', 'client', 'supplier')),
  module_type text,
  invitation_token text not null unique,
  status text not null default 'pending' check (status in ('pending', 'accepted', 'expired', 'revoked')),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  invitation_metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index invitations_pending on users.invitations (organization_id, lower(email)) where status = 'pending';
create index on users.invitations (organization_id, created_at desc, id);

-- One row a refresh token; a family is one sign-in, its tokens follow each other. Only hashes are stored.
create table auth.refresh_tokens (
  id uuid primary key,
  family_id uuid not null,
  user_id uuid not null references users.users on delete cascade,
  organization_id uuid references tenant.organizations on delete cascade,
  token text not null unique,
  -- The successor, encrypted, so that a repeated refresh within the grace gets the same one again.
  successor text,
  rotated_at timestamptz,
  expires_at timestamptz not null,
  is_revoked boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on auth.refresh_tokens (family_id);
create index on auth.refresh_tokens (user_id);
create index on auth.refresh_tokens (expires_at);

-- Keys that sign access tokens; the private part is encrypted with the secret key.
create table auth.signing_keys (
  kid text primary key,
  public_jwk jsonb not null,
  private_jwk_encrypted text not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz
);

alter table users.users enable row level security;
alter table users.users force row level security;
create policy tenant on users.users to {app} using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy platform on users.users to {admin} using (true) with check (true);
create policy owner on users.users to {owner} using (true) with check (true);

alter table users.user_organizations enable row level security;
alter table users.user_organizations force row level security;
create policy tenant on users.user_organizations to {app} using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy platform on users.user_organizations to {admin} using (true) with check (true);
create policy owner on users.user_organizations to {owner} using (true) with check (true);

alter table users.invitations enable row level security;
alter table users.invitations force row level security;
create policy tenant on users.invitations to {app} using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy platform on users.invitations to {admin} using (true) with check (true);
create policy owner on users.invitations to {owner} using (true) with check (true);

alter table auth.refresh_tokens enable row level security;
alter table auth.refresh_tokens force row level security;
create policy tenant on auth.refresh_tokens to {app} using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy platform on auth.refresh_tokens to {admin} using (true) with check (true);
create policy owner on auth.refresh_tokens to {owner} using (true) with check (true);

grant usage on schema users, auth to {app}, {admin};
grant select, insert, update, delete on users.users, users.user_organizations, users.invitations, auth.refresh_tokens to {app}, {admin};
grant select, insert, update on auth.signing_keys to {admin};
