import type { Context } from '@innoerp/sdk/contract'
import { recordService, type ModuleEvents } from '@innoerp/sdk/server'
import { noteEvents } from '../shared/note.js'
import type { NoteRepository } from './note-repository.js'

interface Deps {
  notes: NoteRepository
  events: ModuleEvents
}

const DAY_MS = 86_400_000

/** The day on which a note is due that says nothing of it, as the organization has set it. */
const usualDueDate = ({ settings }: Context): string => new Date(Date.now() + Number(settings.due_in_days) * DAY_MS).toISOString().slice(0, 10)

/** Notes: each change and its event are one transaction. */
export const createNoteService = ({ notes, events }: Deps) =>
  recordService({
    records: notes,
    events,
    types: noteEvents,
    created: ({ title }) => ({ title }),
    defaults: (ctx) => ({ due_on: usualDueDate(ctx) }),
  })
