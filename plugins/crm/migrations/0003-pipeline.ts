import { migration } from '@innoerp/sdk/server'
import { PipelineRecord } from '../src/shared/pipeline.js'

export default migration({
  expand: (schema) => {
    schema.tenantTable('pipeline', (t, tenant) => {
      tenant.name('name').notNullable()
      t.boolean('is_default').notNullable().defaultTo(false)
      tenant.sortable(PipelineRecord, ['created_at', 'name'])
    })
    // Whoever asks for the default pipeline first makes it; this index lets only one of them.
    schema.raw('create unique index pipeline_default on {schema}.pipeline (organization_id) where is_default and deleted_at is null')
    schema.tenantTable('stage', (t, tenant) => {
      tenant.reference('pipeline_id', { table: 'pipeline', onDelete: 'cascade' }).notNullable()
      tenant.name('name').notNullable()
      t.text('kind').notNullable().checkIn(['open', 'won', 'lost'], 'stage_kind')
      t.smallint('probability').notNullable().checkBetween([0, 100], 'stage_probability')
      t.smallint('position').notNullable()
      t.unique(['organization_id', 'pipeline_id', 'position'], { indexName: 'stage_position' })
      // Deals refer to a stage together with its kind.
      t.unique(['organization_id', 'id', 'kind'], { indexName: 'stage_id_kind' })
    })
  },
  down: (schema) => {
    schema.dropTable('stage')
    schema.dropTable('pipeline')
  },
})
