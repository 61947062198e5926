import { migration } from '@innoerp/sdk/server'
import { Contact } from '../src/shared/contact.js'

export default migration({
  expand: (schema) => {
    schema.tenantTable('contact', (t, tenant) => {
      tenant.name('first_name')
      tenant.name('last_name').notNullable()
      t.specificType('name', `text collate "und-x-icu" generated always as (btrim(coalesce(first_name, '') || ' ' || last_name)) stored`).notNullable()
      t.text('email')
      t.text('phone')
      tenant.name('job_title')
      tenant.reference('company_id')
      tenant.sortable(Contact, ['last_name', 'name', 'job_title', 'updated_at'])
    })
    // A company that is purged leaves its people behind.
    schema.raw(`alter table {schema}.contact add constraint contact_company foreign key (organization_id, company_id)
      references {schema}.company (organization_id, id) on delete set null (company_id)`)
  },
  down: (schema) => schema.dropTable('contact'),
})
