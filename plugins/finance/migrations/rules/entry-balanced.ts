/** At commit, a posted entry has lines, balances to the last digit, adds up to its totals, and stands on accounts that take lines. */
export const ENTRY_BALANCED = `create function {schema}.entry_balanced() returns trigger language plpgsql set search_path = '' as $$
declare
  lines record;
begin
  select count(*) as count, sum(l.debit) as debit, sum(l.credit) as credit,
    bool_or(a.is_group or a.deleted_at is not null or (not a.is_active and new.reverses_id is null)) as closed,
    bool_or(greatest(scale(trim_scale(l.debit)), scale(trim_scale(l.credit))) > new.currency_digits) as split
  into lines
  from {schema}.line l join {schema}.account a on a.organization_id = l.organization_id and a.id = l.account_id
  where l.organization_id = new.organization_id and l.entry_id = new.id;
  if lines.count = 0 then
    raise exception 'The entry has no lines' using errcode = 'check_violation', constraint = 'entry_lines';
  end if;
  if lines.debit <> lines.credit or lines.debit <> new.total_debit or lines.credit <> new.total_credit then
    raise exception 'The entry does not balance' using errcode = 'check_violation', constraint = 'entry_balanced';
  end if;
  if lines.closed then
    raise exception 'An account takes no lines' using errcode = 'check_violation', constraint = 'line_account_open';
  end if;
  if lines.split then
    raise exception 'The currency has no such digits' using errcode = 'check_violation', constraint = 'line_digits';
  end if;
  return null;
end $$`
