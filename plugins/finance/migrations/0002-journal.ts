import { migration } from '@innoerp/sdk/server'
import { Journal } from '../src/shared/journal.js'

export default migration({
  expand: (schema) => {
    schema.tenantTable('journal', (t, tenant) => {
      t.text('code').notNullable()
      tenant.name('name').notNullable()
      t.text('type').notNullable().checkIn(['general', 'sales', 'purchase', 'bank', 'cash'], 'journal_type')
      // The end of the chain of its posted entries.
      t.integer('posted_count').notNullable().defaultTo(0)
      t.text('last_hash')
      tenant.sortable(Journal, ['code', 'name', 'type', 'updated_at'])
    })
    schema.raw('create unique index journal_code on {schema}.journal (organization_id, code) where deleted_at is null')
    // The last number of a journal in a year: a row that is locked until the posting commits, so that no number is lost.
    schema.tenantTable('number_series', (t, tenant) => {
      tenant.reference('journal_id', { table: 'journal', onDelete: 'cascade' }).notNullable()
      t.smallint('year').notNullable()
      t.integer('last_number').notNullable()
      t.unique(['organization_id', 'journal_id', 'year'], { indexName: 'number_series_year' })
    })
  },
  down: (schema) => {
    schema.dropTable('number_series')
    schema.dropTable('journal')
  },
})
