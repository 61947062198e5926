import { migration } from '@innoerp/sdk/server'
import { Move } from '../src/shared/move.js'

export default migration({
  expand: (schema) => {
    schema.tenantTable('move', (t, tenant) => {
      tenant.reference('item_id', { table: 'item' }).notNullable()
      tenant.decimal('quantity').notNullable()
      tenant.reference('from_location_id', { table: 'location' }).notNullable()
      tenant.reference('to_location_id', { table: 'location' }).notNullable()
      t.text('reference')
      t.timestamp('moved_at', { useTz: true, precision: 3 }).notNullable()
      tenant.reference('reverses_id', { table: 'move' })
      t.check('quantity > 0', [], 'move_quantity')
      t.check('from_location_id <> to_location_id', [], 'move_two_places')
      tenant.sortable(Move, ['moved_at', 'created_at', 'quantity'])
    })
    schema.raw('create unique index move_reversed_once on {schema}.move (organization_id, reverses_id)')
    schema.raw(`revoke update, delete, truncate on {schema}.move from "${schema.names.role}"`)
    schema.raw(`create function {schema}.move_refuse_change() returns trigger language plpgsql as $$
      begin
        -- What owns the tables may take an organization away as a whole.
        if tg_op = 'DELETE' and pg_has_role(current_user, '${schema.names.owner}', 'member') then
          return old;
        end if;
        raise exception 'moves are never changed or deleted; post the reverse of a wrong one' using errcode = 'restrict_violation', constraint = 'move_immutable';
      end $$`)
    schema.raw('create trigger immutable before update or delete on {schema}.move for each row execute function {schema}.move_refuse_change()')
    schema.raw('create trigger immutable_as_a_whole before truncate on {schema}.move for each statement execute function {schema}.move_refuse_change()')
  },
  down: (schema) => {
    schema.dropTable('move')
    schema.raw('drop function if exists {schema}.move_refuse_change()')
  },
})
