import { migration } from '@innoerp/sdk/server'
import { Account } from '../src/shared/account.js'

/** An account stands below a group that is there. */
const PLACE = `create function {schema}.account_place() returns trigger language plpgsql set search_path = '' as $$
begin
  perform from {schema}.account
    where organization_id = new.organization_id and id = new.parent_id and is_group and deleted_at is null for share;
  if not found then
    raise exception 'The parent is no group' using errcode = 'check_violation', constraint = 'account_parent';
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
      for each row when (new.parent_id is not null and new.deleted_at is null) execute function {schema}.account_place()`)
    schema.tree('account', 'parent_id')
  },
  down: (schema) => {
    schema.dropTree('account')
    schema.dropTable('account')
    schema.raw('drop function if exists {schema}.account_place')
  },
})
