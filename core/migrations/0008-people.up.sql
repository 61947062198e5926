-- Profiles of people, roles that organizations make of modules' permissions.
create table users.profiles (
  user_id uuid primary key references users.users on delete cascade,
  organization_id uuid not null references tenant.organizations on delete cascade,
  phone text,
  job_title text,
  department text,
  bio text,
  locale text,
  time_zone text,
  avatar_file_id uuid,
  updated_at timestamptz not null default now()
);
create table users.roles (
  id uuid primary key,
  organization_id uuid not null references tenant.organizations on delete cascade,
  name text collate "und-x-icu" not null,
  description text not null default '',
  permissions text[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (organization_id, id)
);
create unique index roles_name on users.roles (organization_id, lower(name));
create table users.user_roles (
  organization_id uuid not null,
  user_id uuid not null references users.users on delete cascade,
  role_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (user_id, role_id),
  foreign key (organization_id, role_id) references users.roles (organization_id, id) on delete cascade
);
create index on users.user_roles (organization_id, role_id);

alter table users.profiles enable row level security;
alter table users.profiles force row level security;
create policy tenant on users.profiles to {app} using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy platform on users.profiles to {admin} using (true) with check (true);
create policy owner on users.profiles to {owner} using (true) with check (true);
alter table users.roles enable row level security;
alter table users.roles force row level security;
create policy tenant on users.roles to {app} using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy platform on users.roles to {admin} using (true) with check (true);
create policy owner on users.roles to {owner} using (true) with check (true);
alter table users.user_roles enable row level security;
alter table users.user_roles force row level security;
create policy tenant on users.user_roles to {app} using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy platform on users.user_roles to {admin} using (true) with check (true);
create policy owner on users.user_roles to {owner} using (true) with check (true);
grant select, insert, update, delete on users.profiles, users.roles, users.user_roles to {app}, {admin};
