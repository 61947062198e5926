import { entity, listOf, Name, Optional, PlainDate, recordEvents, Text, Type, type NewRecord, type Static } from '@innoerp/sdk/contract'

/** One schema: validation, types, API description, columns and form fields are made from it. */
export const Note = entity({
  title: Name(200),
  body: Text(20_000, { default: '' }),
  due_on: Optional(PlainDate),
})
export type Note = Static<typeof Note>
export type NewNote = NewRecord<typeof Note>

export const NoteList = listOf(Note, { sort: ['title', 'due_on', 'updated_at'], search: ['title', 'body'], filter: ['due_on'] })

/** `my_module.note.created` and the like, for other modules to hear. */
export const noteEvents = recordEvents('my_module.note', { title: Type.String() })
