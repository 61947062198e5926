import { atField, type Context, type ListParams } from '@innoerp/sdk/contract'
import { newId, withRules, type Rules } from '@innoerp/sdk/server'
import { minorUnits } from '../shared/amount.js'
import type { Entry, EntryDocument, EntryPatch, NewEntry } from '../shared/entry.js'
import type { EntryRepository } from './entry-repository.js'
import { errors } from './errors.js'
import { totalsOf, type Money, type PrepareLines } from './lines.js'

interface Deps {
  entries: EntryRepository
  prepareLines: PrepareLines
}
interface Change {
  values: EntryPatch
  ifMatch: string | undefined
}

/** Which errors the rules of the database stand for. */
export const ENTRY_RULES: Rules = {
  entry_journal: () => atField('journal_id', errors.JOURNAL_MISSING),
  entry_posted: () => errors.POSTED(),
  entry_lines: () => errors.NO_LINES(),
  entry_reversed_once: () => errors.REVERSED(),
  line_account_open: () => errors.ACCOUNT_CLOSED(),
}

/** The currency of new entries: the organization's. */
export const moneyOf = ({ organization: { currency } }: Context): Money => ({ currency, digits: minorUnits(currency) })

export type EntryService = ReturnType<typeof createEntryService>

/** Drafts of entries, and reading of all. Errors: those of the lines, `FINANCE_JOURNAL_MISSING`, `FINANCE_POSTED`, and those of every record. */
export const createEntryService = ({ entries, prepareLines }: Deps) => {
  const documentOf = async (ctx: Context, entry: Entry): Promise<EntryDocument> => ({ ...entry, lines: await entries.lines(ctx, entry.id) })
  return {
    list: (ctx: Context, params: ListParams) => entries.list(ctx, params),

    get: async (ctx: Context, id: string) => documentOf(ctx, await entries.get(ctx, id)),

    create: (ctx: Context, { lines: inputs = [], ...input }: NewEntry) =>
      withRules(ENTRY_RULES, () =>
        ctx.transaction(async (tx) => {
          const id = newId()
          const money = moneyOf(ctx)
          const lines = await prepareLines(tx, inputs, money)
          const { description = null, reference = null, journal_id, date } = input
          const head = { journal_id, date, description, reference, currency: money.currency, currency_digits: money.digits, reverses_id: null }
          await entries.insertDraft(tx, id, { head, lines, totals: totalsOf(lines, money) })
          return { ...(await entries.get(tx, id)), lines }
        }),
      ),

    patch: (ctx: Context, id: string, { values: { lines: inputs, ...values }, ifMatch }: Change) =>
      withRules(ENTRY_RULES, () =>
        ctx.transaction(async (tx) => {
          const { state, currency } = await entries.lock(tx, id)
          if (state === 'posted') throw errors.POSTED()
          const money = { currency, digits: minorUnits(currency) }
          const lines = inputs && (await prepareLines(tx, inputs, money))
          const entry = await entries.patch(tx, id, { values: { ...values, ...(lines && totalsOf(lines, money)) }, ifMatch })
          if (lines) await entries.replaceLines(tx, id, lines)
          return documentOf(tx, entry)
        }),
      ),

    /** Hides a draft for 30 days. */
    remove: (ctx: Context, id: string, { ifMatch }: { ifMatch: string | undefined }) =>
      ctx.transaction(async (tx) => {
        if ((await entries.lock(tx, id)).state === 'posted') throw errors.POSTED()
        await entries.remove(tx, id, { ifMatch })
      }),

    restore: async (ctx: Context, id: string) => documentOf(ctx, await withRules(ENTRY_RULES, () => entries.restore(ctx, id))),
  }
}
