import { migration } from '@innoerp/sdk/server'
import { Note } from '../src/shared/note.js'

export default migration({
  expand: (schema) =>
    schema.tenantTable('note', (t, tenant) => {
      tenant.name('title').notNullable()
      t.text('body').notNullable().defaultTo('')
      t.date('due_on')
      tenant.sortable(Note, ['title', 'due_on', 'updated_at'])
    }),
  down: (schema) => schema.dropTable('note'),
})
