import { migration } from '@innoerp/sdk/server'
import { Item } from '../src/shared/item.js'

export default migration({
  expand: (schema) => {
    schema.tenantTable('item', (t, tenant) => {
      t.text('sku').notNullable()
      tenant.name('name').notNullable()
      t.text('description')
      t.text('unit').notNullable()
      t.text('barcode')
      tenant.decimal('min_stock')
      t.boolean('is_active').notNullable()
      tenant.decimal('on_hand').notNullable().defaultTo(0)
      t.specificType('is_low', 'boolean generated always as (coalesce(on_hand < min_stock, false)) stored').notNullable()
      tenant.sortable(Item, ['name', 'sku', 'on_hand', 'updated_at'])
    })
    schema.raw('create unique index item_sku on {schema}.item (organization_id, lower(sku)) where deleted_at is null')
    schema.raw('create unique index item_barcode on {schema}.item (organization_id, lower(barcode)) where deleted_at is null')
    schema.raw('create index item_low on {schema}.item (organization_id, name, id) where is_low and deleted_at is null')
    // What is on hand follows the moves; the module itself writes everything else.
    const written = Object.keys(Item.properties).filter((column) => !['on_hand', 'is_low'].includes(column)).concat('organization_id', 'deleted_at')
    schema.raw(`revoke insert, update on {schema}.item from "${schema.names.role}"`)
    schema.raw(`grant insert (${written.join(', ')}), update (${written.join(', ')}) on {schema}.item to "${schema.names.role}"`)
  },
  down: (schema) => schema.dropTable('item'),
})
