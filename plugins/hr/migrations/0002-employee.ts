import { migration } from '@innoerp/sdk/server'
import { Employee } from '../src/shared/employee.js'

const NAME = `text collate "und-x-icu" generated always as (btrim(coalesce(first_name, '') || ' ' || last_name)) stored`

export default migration({
  expand: (schema) => {
    schema.tenantTable('employee', (t, tenant) => {
      t.text('employee_no').notNullable()
      tenant.name('first_name')
      tenant.name('last_name').notNullable()
      t.specificType('name', NAME).notNullable()
      t.text('email')
      t.text('phone')
      tenant.name('job_title')
      tenant.reference('department_id', { table: 'department', onDelete: 'set null' })
      tenant.reference('manager_id', { table: 'employee', onDelete: 'set null' })
      t.uuid('user_id')
      t.date('joined_on')
      t.date('left_on')
      t.text('employment_type').notNullable()
      t.text('status').notNullable().checkIn(['active', 'on_leave', 'left'], 'employee_status')
      t.check('left_on >= joined_on', [], 'employee_dates')
      tenant.sortable(Employee, ['last_name', 'name', 'employee_no', 'job_title', 'joined_on', 'updated_at'])
    })
    schema.raw('create unique index employee_no_once on {schema}.employee (organization_id, lower(employee_no)) where deleted_at is null')
    schema.raw('create unique index employee_user_once on {schema}.employee (organization_id, user_id) where deleted_at is null')
    schema.raw(`alter table {schema}.department add constraint department_manager foreign key (organization_id, manager_id)
      references {schema}.employee (organization_id, id) on delete set null (manager_id)`)
  },
  down: (schema) => schema.dropTable('employee'),
})
