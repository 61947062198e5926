import { crudRoutes, defineModule } from '@innoerp/sdk/server'
import { NoteList } from '../shared/note.js'
import { createNoteRepository } from './note-repository.js'
import { createNoteService } from './note-service.js'

export default defineModule({
  setup({ db, events }) {
    const notes = createNoteService({ notes: createNoteRepository(db), events })
    return {
      routes: async (app) => {
        await app.register(crudRoutes({ list: NoteList, service: notes, read: 'my-module.read', write: 'my-module.write' }), { prefix: '/notes' })
      },
    }
  },
})
