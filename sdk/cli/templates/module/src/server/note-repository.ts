import { TenantModel, type TenantDb } from '@innoerp/sdk/server'
import { Note, NoteList } from '../shared/note.js'

export class NoteModel extends TenantModel {
  static override tableName = 'note'
  static override entity = Note
}

export type NoteRepository = ReturnType<typeof createNoteRepository>

export const createNoteRepository = (db: TenantDb) => ({
  ...db.crud(NoteModel),
  list: db.list(NoteModel, NoteList),
})
