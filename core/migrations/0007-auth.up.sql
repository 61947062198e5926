-- Sessions by name, one-time tokens that are mailed or handed on, accounts of one person in several organizations.
create table auth.sessions (
  id uuid primary key,
  user_id uuid not null references users.users on delete cascade,
  organization_id uuid references tenant.organizations on delete cascade,
  ip text,
  user_agent text,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index on auth.sessions (user_id, created_at desc, id);
create index on auth.sessions (expires_at);
insert into auth.sessions (id, user_id, organization_id, created_at, last_used_at, expires_at, revoked_at)
  select family_id, (array_agg(user_id))[1], (array_agg(organization_id))[1], min(created_at), max(created_at), max(expires_at), case when bool_and(is_revoked) then now() end
  from auth.refresh_tokens group by family_id;
alter table auth.refresh_tokens add foreign key (family_id) references auth.sessions on delete cascade;

-- Only hashes are stored. A token is used once, by whom it was made for, at the host that it was made for.
create table auth.one_time_tokens (
  id uuid primary key,
  purpose text not null check (purpose in ('password_reset', 'email_verification', 'switch')),
  token text not null unique,
  user_id uuid not null references users.users on delete cascade,
  organization_id uuid references tenant.organizations on delete cascade,
  -- The address that it was mailed to: a token for an address that was changed since verifies nothing.
  email text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
create index on auth.one_time_tokens (user_id, purpose);
create index on auth.one_time_tokens (expires_at);

-- A person who showed at both that she is the same (DECISIONS 2). Read by the platform alone: it spans organizations.
create table auth.account_links (
  id uuid primary key,
  user_id uuid not null references users.users on delete cascade,
  linked_user_id uuid not null references users.users on delete cascade,
  created_at timestamptz not null default now(),
  check (user_id <> linked_user_id)
);
create unique index on auth.account_links (least(user_id, linked_user_id), greatest(user_id, linked_user_id));
create index on auth.account_links (linked_user_id);

-- Who may register: with an invitation only, unless the organization opted in.
alter table tenant.organizations add column registration text not null default 'invitation' check (registration in ('invitation', 'open'));

alter table auth.sessions enable row level security;
alter table auth.sessions force row level security;
create policy tenant on auth.sessions to {app} using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy platform on auth.sessions to {admin} using (true) with check (true);
create policy owner on auth.sessions to {owner} using (true) with check (true);
alter table auth.one_time_tokens enable row level security;
alter table auth.one_time_tokens force row level security;
create policy tenant on auth.one_time_tokens to {app} using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy platform on auth.one_time_tokens to {admin} using (true) with check (true);
create policy owner on auth.one_time_tokens to {owner} using (true) with check (true);
alter table auth.account_links enable row level security;
alter table auth.account_links force row level security;
create policy platform on auth.account_links to {admin} using (true) with check (true);
create policy owner on auth.account_links to {owner} using (true) with check (true);
grant select, insert, update, delete on auth.sessions, auth.one_time_tokens to {app}, {admin};
grant select, insert, delete on auth.account_links to {admin};
