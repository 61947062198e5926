import { migration } from '@innoerp/sdk/server'
import { Stock } from '../src/shared/stock.js'

export default migration({
  expand: (schema) => {
    schema.tenantTable('stock', (t, tenant) => {
      tenant.reference('item_id', { table: 'item', onDelete: 'cascade' }).notNullable()
      tenant.reference('location_id').notNullable()
      t.text('location_type').notNullable()
      tenant.decimal('quantity').notNullable()
      t.unique(['organization_id', 'item_id', 'location_id'], { indexName: 'stock_place' })
      t.check(`location_type <> 'internal' or quantity >= 0`, [], 'stock_not_negative')
      tenant.sortable(Stock, ['quantity', 'updated_at'])
    })
    // A location whose stock is counted keeps its type: the key refuses another one.
    schema.raw(`alter table {schema}.stock add constraint stock_location foreign key (organization_id, location_id, location_type)
      references {schema}.location (organization_id, id, type)`)
    // Stock follows the moves and nothing else: the module itself may only read it.
    schema.raw(`revoke insert, update, delete on {schema}.stock from "${schema.names.role}"`)
    // Holding the item first lets moves of one item come one after the other, so none waits for another in a circle.
    schema.raw(`create function {schema}.move_post() returns trigger language plpgsql security definer set search_path = '' as $$
      declare
        place record;
        inside numeric := 0;
      begin
        perform from {schema}.item where organization_id = new.organization_id and id = new.item_id for no key update;
        for place in
          select l.id, l.type, case l.id when new.to_location_id then new.quantity else - new.quantity end as quantity from {schema}.location l
          where l.organization_id = new.organization_id and l.id in (new.from_location_id, new.to_location_id)
        loop
          update {schema}.stock set quantity = quantity + place.quantity, updated_at = now(), version = version + 1
            where organization_id = new.organization_id and item_id = new.item_id and location_id = place.id;
          if not found then
            insert into {schema}.stock (organization_id, id, item_id, location_id, location_type, quantity, created_by)
              values (new.organization_id, gen_random_uuid(), new.item_id, place.id, place.type, place.quantity, new.created_by);
          end if;
          inside := inside + case place.type when 'internal' then place.quantity else 0 end;
        end loop;
        if inside <> 0 then
          update {schema}.item set on_hand = on_hand + inside where organization_id = new.organization_id and id = new.item_id;
        end if;
        return null;
      end $$`)
    schema.raw('revoke execute on function {schema}.move_post() from public')
    schema.raw('create trigger post after insert on {schema}.move for each row execute function {schema}.move_post()')
  },
  down: (schema) => {
    schema.raw('drop function if exists {schema}.move_post() cascade')
    schema.dropTable('stock')
  },
})
