import { migration } from '@innoerp/sdk/server'
import { Project } from '../src/shared/project.js'

export default migration({
  expand: (schema) => {
    schema.tenantTable('project', (t, tenant) => {
      tenant.name('name').notNullable()
      t.text('code')
      t.text('description')
      t.text('status').notNullable()
      t.date('start_date')
      t.date('end_date')
      tenant.decimal('budget')
      t.text('currency')
      t.integer('last_task_number').notNullable().defaultTo(0)
      t.check('end_date >= start_date', [], 'project_dates')
      tenant.sortable(Project, ['name', 'code', 'start_date', 'end_date', 'updated_at'])
    })
    schema.raw('create unique index project_code on {schema}.project (organization_id, lower(code)) where deleted_at is null')
  },
  down: (schema) => schema.dropTable('project'),
})
