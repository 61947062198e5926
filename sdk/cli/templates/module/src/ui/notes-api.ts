import { formOf, resource } from '@innoerp/sdk/ui'
import { Note, type NewNote } from '../shared/note.js'

/** The only place that knows where notes are. */
export const notes = resource<Note, NewNote>('/api/v1/my-module/notes')

export const noteForm = formOf<Note, NewNote>({
  name: 'note',
  schema: Note,
  target: notes,
  layout: ['title', 'body', 'due_on'],
  fields: { body: { kind: 'multiline' } },
})
