-- What every service stands on: events on their way out, effects recorded, answers kept for repeated requests.
create table platform.outbox (
  id bigint generated always as identity primary key,
  event_id uuid not null,
  topic text not null,
  version integer not null,
  organization_id uuid not null default nullif(current_setting('app.organization_id', true), '')::uuid,
  user_id uuid default nullif(current_setting('app.user_id', true), '')::uuid,
  aggregate_id uuid,
  aggregate_version integer,
  data jsonb not null,
  attempts integer not null default 0,
  retry_at timestamptz,
  created_at timestamptz not null default now()
);
create table platform.inbox (
  consumer text not null,
  event_id uuid not null,
  organization_id uuid not null default nullif(current_setting('app.organization_id', true), '')::uuid,
  done_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create table platform.dead_letters (
  event_id uuid not null,
  consumer text not null,
  topic text not null,
  version integer not null,
  organization_id uuid not null,
  user_id uuid,
  data jsonb not null,
  occurred_at timestamptz not null,
  attempts integer not null,
  error text not null,
  died_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create table platform.idempotency_keys (
  scope text not null,
  key text not null,
  organization_id uuid,
  fingerprint text not null,
  status integer,
  headers jsonb,
  body text,
  created_at timestamptz not null default now(),
  primary key (scope, key)
);
create index on platform.idempotency_keys (created_at);

alter table platform.outbox enable row level security;
alter table platform.outbox force row level security;
create policy publish on platform.outbox for insert to public with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy platform_publish on platform.outbox for insert to {admin} with check (true);
create policy relay on platform.outbox to {relay} using (true) with check (true);
create policy owner on platform.outbox to {owner} using (true) with check (true);

alter table platform.inbox enable row level security;
alter table platform.inbox force row level security;
create policy effect on platform.inbox to public using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy relay on platform.inbox to {relay} using (true) with check (true);
create policy owner on platform.inbox to {owner} using (true) with check (true);

alter table platform.dead_letters enable row level security;
alter table platform.dead_letters force row level security;
create policy relay on platform.dead_letters to {relay} using (true) with check (true);
create policy owner on platform.dead_letters to {owner} using (true) with check (true);

alter table platform.idempotency_keys enable row level security;
alter table platform.idempotency_keys force row level security;
create policy platform on platform.idempotency_keys to {admin} using (true) with check (true);
create policy owner on platform.idempotency_keys to {owner} using (true) with check (true);

grant usage on schema platform to {app}, {admin}, {relay};
grant insert on platform.outbox to {app}, {admin};
grant select, update, delete on platform.outbox to {relay};
grant select, insert, delete on platform.inbox to {relay};
grant select, insert, update, delete on platform.dead_letters to {relay};
grant select, insert, update, delete on platform.idempotency_keys to {admin};
create index on platform.outbox (organization_id, topic, id) where retry_at is not null;
