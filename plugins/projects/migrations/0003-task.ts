import { migration } from '@innoerp/sdk/server'

/** Orders in which the tasks of one project are paged; each ends in the id, as the cursor does. */
const ORDERS = ['rank', 'title', `(coalesce(due_date, 'infinity'::date))`, 'updated_at']

export default migration({
  expand: (schema) => {
    schema.tenantTable('task', (t, tenant) => {
      tenant.reference('project_id', { table: 'project', onDelete: 'cascade' }).notNullable()
      t.integer('number').notNullable()
      tenant.name('title').notNullable()
      t.text('description')
      tenant.reference('parent_id', { table: 'task', onDelete: 'cascade' })
      t.text('state').notNullable()
      t.text('priority').notNullable()
      tenant.reference('assignee_id')
      t.date('due_date')
      tenant.rank('rank').notNullable()
      t.integer('subtask_count').notNullable().defaultTo(0)
      t.integer('subtask_done_count').notNullable().defaultTo(0)
      t.integer('comment_count').notNullable().defaultTo(0)
      t.check('parent_id <> id', [], 'task_not_own_parent')
    })
    for (const order of ORDERS) {
      schema.raw(`create index on {schema}.task (organization_id, project_id, ${order}, id) where deleted_at is null`)
    }
    schema.raw('create unique index task_number on {schema}.task (organization_id, project_id, number)')
    // Deleted tasks keep their place, so that one that is restored stands where it stood.
    schema.raw('create unique index task_place on {schema}.task (organization_id, project_id, state, rank)')
  },
  down: (schema) => schema.dropTable('task'),
})
