import { migration } from '@innoerp/sdk/server'

export default migration({
  expand: (schema) => {
    schema.tenantTable('project_member', (t, tenant) => {
      tenant.reference('project_id', { table: 'project', onDelete: 'cascade' }).notNullable()
      tenant.reference('user_id').notNullable()
      t.text('role').notNullable()
    })
    schema.raw(`create unique index project_member_once on {schema}.project_member (organization_id, project_id, user_id)
      where deleted_at is null`)
  },
  down: (schema) => schema.dropTable('project_member'),
})
