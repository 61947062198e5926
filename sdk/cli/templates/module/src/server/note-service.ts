import { recordService, type ModuleEvents } from '@innoerp/sdk/server'
import { noteEvents } from '../shared/note.js'
import type { NoteRepository } from './note-repository.js'

interface Deps {
  notes: NoteRepository
  events: ModuleEvents
}

/** Notes: each change and its event are one transaction. */
export const createNoteService = ({ notes, events }: Deps) =>
  recordService({
    records: notes,
    events,
    types: noteEvents,
    created: ({ title }) => ({ title }),
  })
