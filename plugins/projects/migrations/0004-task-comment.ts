import { migration } from '@innoerp/sdk/server'

export default migration({
  expand: (schema) => {
    schema.tenantTable('task_comment', (t, tenant) => {
      tenant.reference('task_id', { table: 'task', onDelete: 'cascade' }).notNullable()
      t.text('body').notNullable()
    })
    schema.raw('create index on {schema}.task_comment (organization_id, task_id, created_at, id) where deleted_at is null')
  },
  down: (schema) => schema.dropTable('task_comment'),
})
