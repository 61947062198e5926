import { atField, type Context } from '@innoerp/sdk/contract'
import { platformErrors, recordService, type ModuleEvents, type Rules } from '@innoerp/sdk/server'
import { journalEvents } from '../shared/events.js'
import type { ChainCheck, JournalPatch } from '../shared/journal.js'
import { errors } from './errors.js'
import type { JournalRepository } from './journal-repository.js'

interface Deps {
  journals: JournalRepository
  events: ModuleEvents
}

export type JournalService = ReturnType<typeof createJournalService>

/** Journals. Errors: those of the rules below, and those of every record. */
export const createJournalService = ({ journals, events }: Deps) => ({
  ...recordService({
    records: journals,
    events,
    types: journalEvents,
    created: ({ code, name, type }) => ({ code, name, type }),
    rules: rulesFor,
  }),

  /** Recomputes the hashes of everything posted in a journal. Errors: `NOT_FOUND`. */
  checkChain: async (ctx: Context, id: string): Promise<ChainCheck> => {
    const found = await journals.checkChain(ctx, id)
    if (!found) throw platformErrors.NOT_FOUND()
    return found
  },
})

const rulesFor = (values: JournalPatch | undefined): Rules => ({
  journal_code: values ? () => atField('code', errors.CODE_TAKEN, { code: values.code ?? '' }) : () => errors.RESTORE_CODE_TAKEN(),
  journal_code_used: () => atField('code', errors.CODE_USED),
  journal_entries: () => errors.JOURNAL_ENTRIES(),
})
