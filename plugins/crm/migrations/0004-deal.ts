import { migration } from '@innoerp/sdk/server'
import { Deal } from '../src/shared/deal.js'

export default migration({
  expand: (schema) => {
    schema.tenantTable('deal', (t, tenant) => {
      tenant.name('name').notNullable()
      tenant.reference('company_id')
      tenant.reference('contact_id')
      tenant.reference('stage_id').notNullable()
      t.text('stage_kind').notNullable()
      t.timestamp('stage_changed_at', { useTz: true, precision: 3 }).notNullable()
      tenant.decimal('amount')
      t.text('currency').notNullable()
      t.smallint('probability').notNullable().checkBetween([0, 100], 'deal_probability')
      t.date('expected_close_date')
      t.timestamp('closed_at', { useTz: true, precision: 3 })
      tenant.reference('owner_id')
      t.check('amount >= 0', [], 'deal_amount')
      t.check(`(stage_kind = 'open') = (closed_at is null)`, [], 'deal_closed_at')
      tenant.sortable(Deal, ['name', 'amount', 'expected_close_date', 'updated_at'])
    })
    // The kind of a deal is the kind of its stage, so that "closed if and only if won or lost" can be checked in the row.
    schema.raw(`alter table {schema}.deal add constraint deal_stage foreign key (organization_id, stage_id, stage_kind)
      references {schema}.stage (organization_id, id, kind)`)
    // What is purged leaves its deals behind.
    for (const table of ['company', 'contact']) {
      schema.raw(`alter table {schema}.deal add constraint deal_${table} foreign key (organization_id, ${table}_id)
        references {schema}.${table} (organization_id, id) on delete set null (${table}_id)`)
    }
    schema.raw('create index deal_column on {schema}.deal (organization_id, stage_id, updated_at, id) where deleted_at is null')
  },
  down: (schema) => schema.dropTable('deal'),
})
