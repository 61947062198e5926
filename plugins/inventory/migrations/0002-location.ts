import { migration } from '@innoerp/sdk/server'
import { Location } from '../src/shared/location.js'

export default migration({
  expand: (schema) => {
    schema.tenantTable('location', (t, tenant) => {
      tenant.name('name').notNullable()
      t.text('code')
      t.text('type').notNullable().checkIn(['internal', 'supplier', 'customer', 'loss'], 'location_type')
      tenant.reference('parent_id', { table: 'location', onDelete: 'set null' })
      t.boolean('is_virtual').notNullable().defaultTo(false)
      // Stock refers to a location together with its type.
      t.unique(['organization_id', 'id', 'type'], { indexName: 'location_id_type' })
      tenant.sortable(Location, ['name', 'code', 'type', 'updated_at'])
    })
    schema.raw('create unique index location_code on {schema}.location (organization_id, lower(code)) where deleted_at is null')
    // Whoever needs the virtual locations first makes them; this index lets only one of those who come at once.
    schema.raw('create unique index location_virtual on {schema}.location (organization_id, type) where is_virtual and deleted_at is null')
    schema.tree('location', 'parent_id')
  },
  down: (schema) => {
    schema.dropTable('location')
    schema.dropTree('location')
  },
})
