import { migration } from '@innoerp/sdk/server'
import { Account } from '../src/shared/account.js'

/** Keeps the chart a tree: a parent is a group that is there, and nothing stands below itself. */
const PLACE = `create function {schema}.account_place() returns trigger language plpgsql set search_path = '' as $$
declare
  parent record;
begin
  if new.parent_id is null or new.deleted_at is not null then
    return new;
  end if;
  -- One move at a time: two of them could close a circle that neither sees.
  perform pg_advisory_xact_lock(hashtextextended('finance.account ' || new.organization_id, 0));
  select is_group, deleted_at into parent from {schema}.account
    where organization_id = new.organization_id and id = new.parent_id for share;
  if not found or not parent.is_group or parent.deleted_at is not null then
    raise exception 'The parent is no group' using errcode = 'check_violation', constraint = 'account_parent';
  end if;
  if exists (
    with recursive above as (
      select id, parent_id from {schema}.account where organization_id = new.organization_id and id = new.parent_id
      union
      select a.id, a.parent_id from {schema}.account a join above on a.id = above.parent_id where a.organization_id = new.organization_id)
    select from above where id = new.id
  ) then
    raise exception 'An account stands below itself' using errcode = 'check_violation', constraint = 'account_cycle';
  end if;
  return new;
end $$`

export default migration({
  expand: (schema) => {
    schema.tenantTable('account', (t, tenant) => {
      tenant.name('number').notNullable()
      tenant.name('name').notNullable()
      t.text('type').notNullable().checkIn(['asset', 'liability', 'equity', 'income', 'expense'], 'account_type')
      tenant.reference('parent_id')
      t.boolean('is_group').notNullable()
      t.text('currency')
      t.boolean('is_active').notNullable()
      tenant.sortable(Account, ['number', 'name', 'type', 'updated_at'])
    })
    schema.raw('create unique index account_number on {schema}.account (organization_id, lower(number)) where deleted_at is null')
    schema.raw(`alter table {schema}.account add constraint account_parent_there foreign key (organization_id, parent_id)
      references {schema}.account (organization_id, id)`)
    schema.raw(PLACE)
    schema.raw(`create trigger account_place before insert or update of parent_id, deleted_at on {schema}.account
      for each row execute function {schema}.account_place()`)
  },
  down: (schema) => {
    schema.dropTable('account')
    schema.raw('drop function if exists {schema}.account_place')
  },
})
