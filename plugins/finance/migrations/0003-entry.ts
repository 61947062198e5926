import { migration } from '@innoerp/sdk/server'
import { Entry } from '../src/shared/entry.js'

export default migration({
  expand: (schema) => {
    schema.tenantTable('entry', (t, tenant) => {
      tenant.reference('journal_id', { table: 'journal' }).notNullable()
      t.date('date').notNullable()
      t.text('description')
      t.text('reference')
      t.text('state').notNullable().defaultTo('draft').checkIn(['draft', 'posted'], 'entry_state')
      t.text('currency').notNullable()
      t.smallint('currency_digits').notNullable().checkBetween([0, 4], 'entry_currency_digits')
      tenant.decimal('total_debit').notNullable()
      tenant.decimal('total_credit').notNullable()
      // Given when it is posted.
      t.text('number')
      t.smallint('year')
      t.integer('year_number')
      t.integer('chain_number')
      t.text('hash')
      t.timestamp('posted_at', { useTz: true, precision: 3 })
      t.uuid('posted_by')
      t.uuid('reverses_id')
      t.uuid('reversed_by_id')
      t.check(
        `num_nonnulls(number, year, year_number, chain_number, hash, posted_at) = case state when 'posted' then 6 else 0 end`,
        [],
        'entry_posted_whole',
      )
      t.check(`state = 'draft' or deleted_at is null`, [], 'entry_posted_kept')
      t.unique(['organization_id', 'journal_id', 'year', 'year_number'], { indexName: 'entry_year_number' })
      t.unique(['organization_id', 'journal_id', 'chain_number'], { indexName: 'entry_chain_number' })
      t.unique(['organization_id', 'reverses_id'], { indexName: 'entry_reversed_once' })
      tenant.sortable(Entry, ['date', 'number', 'total_debit', 'updated_at'])
    })
    for (const column of ['reverses_id', 'reversed_by_id']) {
      schema.raw(`alter table {schema}.entry add constraint entry_${column} foreign key (organization_id, ${column})
        references {schema}.entry (organization_id, id)`)
    }
    schema.tenantTable('line', (t, tenant) => {
      tenant.reference('entry_id', { table: 'entry', onDelete: 'cascade' }).notNullable()
      t.smallint('position').notNullable()
      tenant.reference('account_id').notNullable()
      tenant.decimal('debit').notNullable()
      tenant.decimal('credit').notNullable()
      t.text('description')
      t.text('partner')
      t.check('debit >= 0 and credit >= 0 and (debit > 0) <> (credit > 0)', [], 'line_one_side')
      t.unique(['organization_id', 'entry_id', 'position'], { indexName: 'line_position' })
    })
    schema.raw(`alter table {schema}.line add constraint line_account foreign key (organization_id, account_id)
      references {schema}.account (organization_id, id)`)
  },
  down: (schema) => {
    schema.dropTable('line')
    schema.dropTable('entry')
  },
})
