/** An account that lines stand on is neither deleted nor made a group; one that others stand below stays a group. */
export const ACCOUNT_IN_USE = `create function {schema}.account_in_use() returns trigger language plpgsql set search_path = '' as $$
declare
  goes boolean := new.deleted_at is not null and old.deleted_at is null;
begin
  if (goes or (new.is_group and not old.is_group)) and exists (
    select from {schema}.line l join {schema}.entry e on e.organization_id = l.organization_id and e.id = l.entry_id
    where l.organization_id = new.organization_id and l.account_id = new.id and e.deleted_at is null
  ) then
    raise exception 'The account has lines' using errcode = 'check_violation', constraint = 'account_lines';
  end if;
  if (goes or (old.is_group and not new.is_group)) and exists (
    select from {schema}.account where organization_id = new.organization_id and parent_id = new.id and deleted_at is null
  ) then
    raise exception 'The account has accounts below it' using errcode = 'check_violation', constraint = 'account_children';
  end if;
  return new;
end $$`

/** A journal with entries is not deleted; once one is posted, its code stands in numbers and stays. */
export const JOURNAL_IN_USE = `create function {schema}.journal_in_use() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.deleted_at is not null and old.deleted_at is null and exists (
    select from {schema}.entry where organization_id = new.organization_id and journal_id = new.id and deleted_at is null
  ) then
    raise exception 'The journal has entries' using errcode = 'check_violation', constraint = 'journal_entries';
  end if;
  if new.code <> old.code and old.posted_count > 0 then
    raise exception 'The code stands in numbers' using errcode = 'check_violation', constraint = 'journal_code_used';
  end if;
  return new;
end $$`
