import { migration } from '@innoerp/sdk/server'
import { Company } from '../src/shared/company.js'

export default migration({
  expand: (schema) =>
    schema.tenantTable('company', (t, tenant) => {
      tenant.name('name').notNullable()
      t.text('email')
      t.text('phone')
      t.text('website')
      tenant.name('industry')
      t.text('street')
      tenant.name('city')
      tenant.name('region')
      t.text('postal_code')
      tenant.name('country')
      tenant.reference('owner_id')
      tenant.sortable(Company, ['name', 'industry', 'city', 'country', 'updated_at'])
    }),
  down: (schema) => schema.dropTable('company'),
})
