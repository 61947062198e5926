import { migration } from '@innoerp/sdk/server'

export default migration({
  expand: (schema) => {
    // No foreign key: the company belongs to another module, which may be absent.
    schema.raw('alter table {schema}.project add column company_id uuid')
    schema.raw('create index project_company on {schema}.project (organization_id, company_id) where deleted_at is null')
    schema.raw(`create index task_due on {schema}.task (organization_id, assignee_id, (coalesce(due_date, 'infinity'::date)), id)
      where deleted_at is null`)
  },
  down: (schema) => {
    schema.raw('drop index {schema}.task_due')
    schema.raw('alter table {schema}.project drop column company_id')
  },
})
