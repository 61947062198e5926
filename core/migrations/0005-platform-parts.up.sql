-- Parts that services and modules stand on: figures of use, jobs, audit, mail, files.

-- What each module did for each organization, an hour a row. `latency` counts requests by bucket (see platform/metrics/histogram.ts).
create table platform.module_usage (
  hour timestamptz not null,
  organization_id uuid not null references tenant.organizations on delete cascade,
  module_id text not null,
  requests bigint not null default 0,
  errors bigint not null default 0,
  jobs bigint not null default 0,
  latency integer[] not null default '{}',
  primary key (hour, organization_id, module_id)
);
create index on platform.module_usage (organization_id, module_id, hour);

create function platform.add_counts(a integer[], b integer[]) returns integer[] language sql immutable parallel safe
  return (select coalesce(array_agg(coalesce(x, 0) + coalesce(y, 0) order by n), '{}') from unnest(a, b) with ordinality as pair (x, y, n));
create aggregate platform.sum_counts(integer[]) (sfunc = platform.add_counts, stype = integer[], initcond = '{}');

-- Jobs of modules. What runs when, and again after a failure, is graphile-worker's (schema graphile_worker, made by its own migrations);
-- these rows say whose job it is, hold its payload and stay to be looked at.
create table platform.jobs (
  id uuid primary key,
  organization_id uuid not null references tenant.organizations on delete cascade,
  user_id uuid,
  module_id text not null,
  name text not null,
  key text,
  payload jsonb not null,
  -- The version of the module that wrote the payload, and the one that ran the job last.
  payload_version text not null,
  module_version text,
  state text not null default 'queued' check (state in ('queued', 'running', 'succeeded', 'failed')),
  attempts integer not null default 0,
  max_attempts integer not null check (max_attempts between 1 and 25),
  error text,
  run_at timestamptz not null,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
create index on platform.jobs (organization_id, module_id, created_at);
create index on platform.jobs (created_at, id);
create index on platform.jobs (finished_at) where finished_at is not null;
create index jobs_waiting on platform.jobs (organization_id, module_id) where state = 'queued';
create index jobs_running on platform.jobs (id) where state = 'running';

-- Puts a job of the current organization into the line of its module there: of each line one runs at a time, so that one organization's
-- many jobs never keep the others' waiting; a later job of a long line stands behind the first ones of the others. Answers false where
-- the quota of the hour is used up. Until a flood is analyzed, the planner takes graphile-worker's tables for empty and would read all of
-- them for each job. Jobs are `{id, module_id, name, key?, payload, payload_version, max_attempts, run_at?}`.
create function platform.enqueue_job(job jsonb) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  org uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
  module text := job ->> 'module_id';
  line text := org || ' ' || module;
  quota integer;
  found integer;
begin
  if org is null then raise exception 'a job needs an organization' using errcode = '42501'; end if;
  if job ->> 'key' is not null then
    delete from platform.jobs j where j.organization_id = org and j.module_id = module and j.key = job ->> 'key' and j.state = 'queued';
  end if;
  select m.jobs_per_hour into quota from tenant.organization_modules m where m.organization_id = org and m.module_id = module;
  if quota is not null then
    select count(*) into found from (select 1 from platform.jobs j where j.organization_id = org and j.module_id = module
      and j.created_at > now() - interval '1 hour' limit quota) recent;
    if found >= quota then return false; end if;
  end if;
  select count(*) into found from (select 1 from platform.jobs j where j.organization_id = org and j.module_id = module
    and j.state = 'queued' limit 100) waiting;
  insert into platform.jobs (id, organization_id, user_id, module_id, name, key, payload, payload_version, max_attempts, run_at)
    values ((job ->> 'id')::uuid, org, nullif(current_setting('app.user_id', true), '')::uuid, module, job ->> 'name', job ->> 'key', job -> 'payload',
      job ->> 'payload_version', (job ->> 'max_attempts')::integer, coalesce((job ->> 'run_at')::timestamptz, now()));
  perform graphile_worker.add_job('module-job', json_build_object('id', job ->> 'id'), queue_name => line, run_at => (job ->> 'run_at')::timestamptz,
    max_attempts => (job ->> 'max_attempts')::integer, job_key => line || ' ' || (job ->> 'key'), priority => found);
  return true;
end
$$;

-- Who did what. `sequence` and `hash` are set once, by the sealer, a moment after the commit. What may name a person stands apart, under
-- a salted digest that is part of the chain: it can be erased and the chain still holds.
create table platform.audit_log (
  id uuid primary key,
  at timestamptz not null default clock_timestamp(),
  organization_id uuid,
  actor_id uuid,
  action text not null,
  target_type text,
  target_id text,
  request_id text,
  personal_digest text not null,
  sequence bigint unique,
  hash text
);
create table platform.audit_personal (
  id uuid primary key references platform.audit_log,
  organization_id uuid,
  salt text not null,
  actor_email text,
  ip text,
  user_agent text,
  data jsonb not null default '{}'
);
create index on platform.audit_log (organization_id, at desc, id);
create index on platform.audit_log (at desc, id);
create index audit_unsealed on platform.audit_log (id) where sequence is null;
-- The end of the chain, so that a missing last row is missed.
create table platform.audit_head (
  only_one boolean primary key default true check (only_one),
  sequence bigint not null,
  hash text not null
);
insert into platform.audit_head (sequence, hash) values (0, '');

create function platform.personal_digest(salt text, actor_email text, ip text, user_agent text, data jsonb) returns text language sql immutable
  return encode(sha256(convert_to(jsonb_build_array(salt, actor_email, ip, user_agent, data)::text, 'UTF8')), 'hex');
-- The hash of an entry: over the one before it, and everything that the entry says.
create function platform.audit_hash(before text, place bigint, entry platform.audit_log) returns text language sql immutable
  return encode(sha256(convert_to(jsonb_build_array(before, place, entry.id, extract(epoch from entry.at), entry.organization_id, entry.actor_id,
    entry.action, entry.target_type, entry.target_id, entry.request_id, entry.personal_digest)::text, 'UTF8')), 'hex');
-- Puts up to `most` committed entries into the chain; how many it were. One sealer at a time.
create function platform.seal_audit(most integer) returns integer language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  head platform.audit_head;
  entry platform.audit_log;
  sealed integer := 0;
begin
  select * into head from platform.audit_head for update skip locked;
  if not found then return 0; end if;
  for entry in select * from platform.audit_log where sequence is null order by at, id limit most loop
    head.sequence := head.sequence + 1;
    head.hash := platform.audit_hash(head.hash, head.sequence, entry);
    update platform.audit_log set sequence = head.sequence, hash = head.hash where id = entry.id;
    sealed := sealed + 1;
  end loop;
  if sealed > 0 then update platform.audit_head set sequence = head.sequence, hash = head.hash; end if;
  return sealed;
end
$$;

create table platform.mail_outbox (
  id uuid primary key,
  organization_id uuid references tenant.organizations on delete cascade,
  module_id text,
  recipient text not null,
  subject text not null,
  text text not null,
  html text,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  attempts integer not null default 0,
  error text,
  next_attempt_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index on platform.mail_outbox (created_at desc, id);
create index mail_due on platform.mail_outbox (next_attempt_at) where state = 'queued';

-- Files; the content lies with the file port under organization and hash.
create table platform.files (
  id uuid primary key,
  organization_id uuid not null references tenant.organizations on delete cascade,
  module_id text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 text not null,
  created_by uuid,
  created_at timestamptz not null default now()
);
create index on platform.files (organization_id, module_id) include (size);
create index on platform.files (organization_id, sha256);

alter table platform.module_usage enable row level security;
alter table platform.module_usage force row level security;
create policy tenant on platform.module_usage for select to {app} using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy platform on platform.module_usage to {admin} using (true) with check (true);
create policy owner on platform.module_usage to {owner} using (true) with check (true);

alter table platform.jobs enable row level security;
alter table platform.jobs force row level security;
create policy tenant on platform.jobs for select to {app} using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy platform on platform.jobs for select to {admin} using (true);
create policy worker on platform.jobs to {relay} using (true) with check (true);
create policy owner on platform.jobs to {owner} using (true) with check (true);

alter table platform.audit_log enable row level security;
alter table platform.audit_log force row level security;
create policy append on platform.audit_log for insert to {app} with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy own on platform.audit_log for select to {app} using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy platform_append on platform.audit_log for insert to {admin} with check (true);
create policy platform on platform.audit_log for select to {admin} using (true);
create policy verify on platform.audit_log for select to {relay} using (true);
create policy seal on platform.audit_log for update to {relay} using (sequence is null) with check (sequence is not null);
create policy owner on platform.audit_log to {owner} using (true) with check (true);

alter table platform.audit_personal enable row level security;
alter table platform.audit_personal force row level security;
create policy append on platform.audit_personal for insert to {app} with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy own on platform.audit_personal for select to {app} using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy platform_append on platform.audit_personal for insert to {admin} with check (true);
create policy platform on platform.audit_personal for select to {admin} using (true);
create policy erase on platform.audit_personal for delete to {admin} using (true);
create policy verify on platform.audit_personal for select to {relay} using (true);
create policy owner on platform.audit_personal to {owner} using (true) with check (true);

alter table platform.audit_head enable row level security;
alter table platform.audit_head force row level security;
create policy seal on platform.audit_head to {relay} using (true) with check (true);
create policy owner on platform.audit_head to {owner} using (true) with check (true);

alter table platform.mail_outbox enable row level security;
alter table platform.mail_outbox force row level security;
create policy tenant on platform.mail_outbox to {app} using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy platform on platform.mail_outbox to {admin} using (true) with check (true);
create policy sender on platform.mail_outbox to {relay} using (true) with check (true);
create policy owner on platform.mail_outbox to {owner} using (true) with check (true);

alter table platform.files enable row level security;
alter table platform.files force row level security;
create policy tenant on platform.files to {app} using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy platform on platform.files for select to {admin} using (true);
create policy owner on platform.files to {owner} using (true) with check (true);

grant select on platform.module_usage, platform.jobs to {app};
grant select, insert, update, delete on platform.module_usage to {admin};
grant select on platform.jobs to {admin};
grant select, update, delete on platform.jobs to {relay};
revoke execute on function platform.enqueue_job from public;
grant execute on function platform.enqueue_job to {app};
grant select, insert on platform.audit_log, platform.audit_personal to {app}, {admin};
grant delete on platform.audit_personal to {admin};
grant select on platform.audit_log, platform.audit_personal, platform.audit_head to {relay};
grant update (sequence, hash) on platform.audit_log to {relay};
grant update on platform.audit_head to {relay};
grant select, insert on platform.mail_outbox to {app}, {admin};
grant select, update, delete on platform.mail_outbox to {relay};
grant select, insert, delete on platform.files to {app};
grant select on platform.files to {admin};
