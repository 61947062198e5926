/**
 * Lines of a posted entry stay as they are; other lines stand on an account that takes them, in digits that their currency has. The
 * locks make whoever posts the entry or changes the account wait for this line, and the other way round.
 */
export const LINE_RULES = `create function {schema}.line_rules() returns trigger language plpgsql set search_path = '' as $$
declare
  entry record;
  account record;
begin
  if tg_op <> 'INSERT' then
    select state into entry from {schema}.entry where organization_id = old.organization_id and id = old.entry_id for share;
    if entry.state = 'posted' and not (tg_op = 'DELETE' and pg_has_role(current_user, {owner}, 'member')) then
      raise exception 'The entry is posted' using errcode = 'check_violation', constraint = 'entry_posted';
    end if;
    if tg_op = 'DELETE' then
      return old;
    end if;
  end if;
  select state, currency, currency_digits, reverses_id into entry from {schema}.entry
    where organization_id = new.organization_id and id = new.entry_id for share;
  if entry.state = 'posted' then
    raise exception 'The entry is posted' using errcode = 'check_violation', constraint = 'entry_posted';
  end if;
  if scale(trim_scale(new.debit)) > entry.currency_digits or scale(trim_scale(new.credit)) > entry.currency_digits then
    raise exception 'The currency has no such digits' using errcode = 'check_violation', constraint = 'line_digits';
  end if;
  select is_group, is_active, currency, deleted_at into account from {schema}.account
    where organization_id = new.organization_id and id = new.account_id for share;
  if account.is_group or account.deleted_at is not null or (not account.is_active and entry.reverses_id is null)
    or account.currency <> entry.currency then
    raise exception 'The account takes no such line' using errcode = 'check_violation', constraint = 'line_account_open';
  end if;
  return new;
end $$`
