import { migration } from '@innoerp/sdk/server'
import { Department } from '../src/shared/department.js'

export default migration({
  expand: (schema) => {
    schema.tenantTable('department', (t, tenant) => {
      tenant.name('name').notNullable()
      t.text('code')
      tenant.reference('parent_id', { table: 'department', onDelete: 'set null' })
      tenant.reference('manager_id')
      tenant.sortable(Department, ['name', 'code', 'updated_at'])
    })
    schema.raw('create unique index department_code on {schema}.department (organization_id, lower(code)) where deleted_at is null')
  },
  down: (schema) => schema.dropTable('department'),
})
