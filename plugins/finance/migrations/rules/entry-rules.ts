/** SHA-256 over the hash before and all that was posted; what may change later is left out. */
export const ENTRY_HASH = `create function {schema}.entry_hash(previous text, entry {schema}.entry) returns text
language sql stable set search_path = '' as $$
  select encode(sha256(convert_to(jsonb_build_object(
    'previous', previous, 'journal', entry.journal_id, 'number', entry.number, 'date', entry.date, 'currency', entry.currency,
    'description', entry.description, 'reference', entry.reference, 'reverses', entry.reverses_id,
    'posted_at', extract(epoch from entry.posted_at), 'posted_by', entry.posted_by,
    'lines', (select jsonb_agg(jsonb_build_array(account_id, debit, credit, description, partner) order by position)
      from {schema}.line where organization_id = entry.organization_id and entry_id = entry.id)
  )::text, 'UTF8')), 'hex')
$$`

/** Gives an entry its number and its place in the chain of its journal. The journal's row stays locked until the posting commits. */
export const ENTRY_POST = `create function {schema}.entry_post(entry {schema}.entry) returns {schema}.entry
language plpgsql set search_path = '' as $$
declare
  journal record;
begin
  select code, posted_count + 1 as place, last_hash into journal from {schema}.journal
    where organization_id = entry.organization_id and id = entry.journal_id and deleted_at is null for no key update;
  if not found then
    raise exception 'There is no such journal' using errcode = 'check_violation', constraint = 'entry_journal';
  end if;
  entry.year := extract(year from entry.date);
  insert into {schema}.number_series as series (organization_id, id, journal_id, year, last_number)
    values (entry.organization_id, gen_random_uuid(), entry.journal_id, entry.year, 1)
    on conflict (organization_id, journal_id, year) do update set last_number = series.last_number + 1
    returning last_number into entry.year_number;
  entry.number := format('%s-%s-%s', journal.code, entry.year, lpad(entry.year_number::text, greatest(4, length(entry.year_number::text)), '0'));
  entry.chain_number := journal.place;
  entry.posted_at := date_trunc('milliseconds', now());
  entry.posted_by := nullif(current_setting('app.user_id', true), '')::uuid;
  entry.hash := {schema}.entry_hash(journal.last_hash, entry);
  update {schema}.journal set posted_count = journal.place, last_hash = entry.hash
    where organization_id = entry.organization_id and id = entry.journal_id;
  return entry;
end $$`

/** An entry begins as a draft; once posted, nothing of it changes but by whom it was reversed. */
export const ENTRY_RULES = `create function {schema}.entry_rules() returns trigger language plpgsql set search_path = '' as $$
declare
  later constant text[] := array['reversed_by_id', 'version', 'updated_at'];
begin
  if tg_op = 'INSERT' and new.state <> 'draft' then
    raise exception 'An entry begins as a draft' using errcode = 'check_violation', constraint = 'entry_begins';
  end if;
  if tg_op <> 'INSERT' and old.state = 'posted' then
    if tg_op = 'DELETE' and pg_has_role(current_user, {owner}, 'member') then
      return old;
    end if;
    if tg_op = 'DELETE' or to_jsonb(new) - later <> to_jsonb(old) - later
      or (new.reversed_by_id is distinct from old.reversed_by_id and (old.reversed_by_id is not null or not exists (
        select from {schema}.entry where organization_id = new.organization_id and id = new.reversed_by_id and reverses_id = new.id))) then
      raise exception 'The entry is posted' using errcode = 'check_violation', constraint = 'entry_posted';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if tg_op = 'INSERT' or new.journal_id <> old.journal_id then
    -- Without a lock: two that hold one, and then both post, would wait for each other. Posting looks again.
    perform from {schema}.journal where organization_id = new.organization_id and id = new.journal_id and deleted_at is null;
    if not found then
      raise exception 'There is no such journal' using errcode = 'check_violation', constraint = 'entry_journal';
    end if;
  end if;
  if new.state = 'posted' then
    new := {schema}.entry_post(new);
  end if;
  return new;
end $$`
