-- What operators look at: the log, kept seven days in daily partitions; health by the minute; alerts. And what they set: flags, settings.
create table platform.log_entries (
  id bigint generated always as identity,
  timestamp timestamptz not null,
  level text not null,
  service text not null,
  module text not null,
  action text,
  method text,
  path text,
  username text,
  message text not null default '',
  organization_id uuid,
  user_id uuid,
  request_id text,
  duration_ms double precision,
  status_code integer,
  client_host text,
  user_agent text,
  error jsonb,
  primary key (timestamp, id)
) partition by range (timestamp);
create index on platform.log_entries (timestamp desc, id desc);
create index on platform.log_entries (request_id);
create index on platform.log_entries (service, timestamp desc);
create index log_problems on platform.log_entries (timestamp desc) where level in ('ERROR', 'CRITICAL');

-- Makes the partitions of today and tomorrow, and drops those that are older than `days`. The owner's work, for whom the host may call it.
create function platform.keep_log_partitions(days integer) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  day date;
  part record;
begin
  perform pg_advisory_xact_lock(hashtext('log partitions'));
  foreach day in array array[current_date - 1, current_date, current_date + 1] loop
    continue when to_regclass('platform.log_entries_' || to_char(day, 'YYYYMMDD')) is not null;
    execute format('create table platform.%1$I partition of platform.log_entries for values from (%2$L) to (%3$L);
      alter table platform.%1$I enable row level security; alter table platform.%1$I force row level security;
      create policy platform on platform.%1$I to {admin} using (true) with check (true); create policy owner on platform.%1$I to {owner} using (true) with check (true)',
      'log_entries_' || to_char(day, 'YYYYMMDD'), day::timestamptz, (day + 1)::timestamptz);
  end loop;
  for part in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'platform.log_entries'::regclass
    and right(c.relname, 8) < to_char(current_date - days, 'YYYYMMDD') loop
    execute format('drop table platform.%I', part.relname);
  end loop;
end
$$;
revoke execute on function platform.keep_log_partitions from public;

create table platform.service_minutes (
  service text not null,
  minute timestamptz not null,
  is_up boolean not null,
  primary key (service, minute)
);

create table platform.alerts (
  id uuid primary key,
  kind text not null,
  -- What it is about: alerts of one kind about one thing within an hour are one.
  subject text not null,
  severity text not null check (severity in ('info', 'warning', 'critical')),
  organization_id uuid references tenant.organizations on delete cascade,
  message text not null,
  count integer not null default 1,
  first_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  acknowledged_at timestamptz,
  acknowledged_by uuid
);
create index on platform.alerts (last_at desc, id);
create index on platform.alerts (kind, subject, last_at desc);

create table platform.settings (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now()
);
create table platform.feature_flags (
  key text primary key,
  description text not null default '',
  enabled boolean not null default true,
  -- Of the organizations, chosen by a hash of flag and organization, so that more percent only adds.
  percent integer check (percent between 0 and 100),
  organizations uuid[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
alter table platform.log_entries enable row level security;
alter table platform.log_entries force row level security;
create policy platform on platform.log_entries to {admin} using (true) with check (true);
create policy owner on platform.log_entries to {owner} using (true) with check (true);
alter table platform.alerts enable row level security;
alter table platform.alerts force row level security;
create policy platform on platform.alerts to {admin} using (true) with check (true);
create policy owner on platform.alerts to {owner} using (true) with check (true);
grant execute on function platform.keep_log_partitions to {admin};
grant select, insert on platform.log_entries to {admin};
grant select, insert, update, delete on platform.service_minutes, platform.alerts, platform.settings, platform.feature_flags to {admin};
