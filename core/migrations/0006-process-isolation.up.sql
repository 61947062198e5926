-- Modules in processes of their own log in as themselves. What they see is decided here, not by a setting that they could change:
-- app.scope proves, by the host's keyed hash over login, connection, expiry and organization, that the host lets this connection work
-- there. It is written <expiry as Unix time>.<hash in hex>.
create schema innoerp;

-- The two padded keys of HMAC-SHA256 (RFC 2104); the host writes them, nobody but the owner of scope_org() can read them.
create table innoerp.scope_key (
  is_only boolean primary key default true check (is_only),
  inner_pad bytea not null,
  outer_pad bytea not null
);
create table innoerp.process_logins (
  login name primary key,
  module_id text not null
);
create table innoerp.process_topics (
  login name not null references innoerp.process_logins on delete cascade,
  topic text not null,
  primary key (login, topic)
);

create function innoerp.scope_org() returns uuid language plpgsql stable parallel restricted security definer set search_path to '' as $$
declare
  organization text := current_setting('app.organization_id', true);
  scope text := current_setting('app.scope', true);
  expiry text := split_part(scope, '.', 1);
begin
  if expiry !~ '^[0-9]{10}$' or expiry::bigint < extract(epoch from now()) then
    return null;
  end if;
  return (
    select organization::uuid from innoerp.scope_key k
    where split_part(scope, '.', 2)
      = encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(concat_ws(' ', session_user, pg_backend_pid(), expiry, organization), 'UTF8'))), 'hex')
  );
end
$$;
create function innoerp.process_module() returns text language sql stable parallel restricted security definer set search_path to '' as $$
  select module_id from innoerp.process_logins where login = session_user
$$;
create function innoerp.may_publish(topic text) returns boolean language sql stable parallel restricted security definer set search_path to '' as $$
  select exists (select 1 from innoerp.process_topics t where t.login = session_user and t.topic = may_publish.topic)
$$;
revoke all on function innoerp.scope_org(), innoerp.process_module(), innoerp.may_publish(text) from public;

-- Every such login inherits this much and nothing else. The policies are restrictive: the tables admit everybody by the plain setting.
grant usage on schema innoerp, platform to {processes};
grant execute on function innoerp.scope_org(), innoerp.process_module(), innoerp.may_publish(text) to {processes};
grant insert on platform.outbox to {processes};
grant select, insert on platform.inbox to {processes};
create policy processes on platform.outbox as restrictive to {processes}
  using (false) with check (organization_id = (select innoerp.scope_org()) and innoerp.may_publish(topic));
create policy processes on platform.inbox as restrictive to {processes}
  using (organization_id = (select innoerp.scope_org()) and consumer = (select innoerp.process_module()))
  with check (organization_id = (select innoerp.scope_org()) and consumer = (select innoerp.process_module()));
