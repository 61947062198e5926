import type { Context } from '@innoerp/sdk/contract'
import { newId, withRules, type ModuleEvents } from '@innoerp/sdk/server'
import { isZero, minorUnits } from '../shared/amount.js'
import type { Entry, EntryDocument, Line, Reversal } from '../shared/entry.js'
import { EntryPosted, EntryReversed } from '../shared/events.js'
import { ENTRY_RULES } from './entry-service.js'
import type { EntryRepository } from './entry-repository.js'
import { errors } from './errors.js'
import { imbalance, totalsOf } from './lines.js'
import { requireOpen } from './lock-date.js'

interface Deps {
  entries: EntryRepository
  events: ModuleEvents
}

export type Posting = ReturnType<typeof createPosting>

/**
 * What makes an entry part of the books. Number, chain and balance are the database's own rules; here they get words.
 * Errors: `FINANCE_NO_LINES`, `FINANCE_UNBALANCED`, `FINANCE_POSTED`, `FINANCE_LOCKED`, `FINANCE_ACCOUNT_CLOSED`.
 */
export const createPosting = ({ entries, events }: Deps) => {
  const posted = async (tx: Context, entry: Entry): Promise<EntryDocument> => {
    const { id, journal_id, number, date, currency, total_debit, version } = entry
    const data = { entry_id: id, journal_id, number: number ?? '', date, currency, total: total_debit }
    await events.publish(tx, EntryPosted, { data, aggregate_id: id, aggregate_version: version })
    return { ...entry, lines: await entries.lines(tx, id) }
  }
  return {
    /** Posts a draft. */
    post: (ctx: Context, id: string, { ifMatch }: { ifMatch: string | undefined }) =>
      withRules(ENTRY_RULES, () =>
        ctx.transaction(async (tx) => {
          const draft = await entries.lock(tx, id)
          if (draft.state === 'posted') throw errors.POSTED()
          if (isZero(draft.total_debit) && isZero(draft.total_credit)) throw errors.NO_LINES()
          const off = imbalance(draft)
          if (!isZero(off)) throw errors.UNBALANCED({ values: { difference: `${off} ${draft.currency}` } })
          requireOpen(ctx, draft.date)
          return posted(tx, await entries.post(tx, id, ifMatch))
        }),
      ),

    /** Takes a posted entry back: posts another one with debit and credit changed over. Errors: `FINANCE_NOT_POSTED`, `FINANCE_REVERSED`. */
    reverse: (ctx: Context, id: string, how: Reversal) =>
      withRules(ENTRY_RULES, () =>
        ctx.transaction(async (tx) => {
          const { state, reversed_by_id } = await entries.lock(tx, id)
          if (state !== 'posted') throw errors.NOT_POSTED()
          if (reversed_by_id) throw errors.REVERSED()
          const date = how.date ?? todayIn(ctx.organization.time_zone)
          requireOpen(ctx, date)
          const reversalId = newId()
          const original = await entries.get(tx, id)
          await entries.insertDraft(tx, reversalId, opposite(original, await entries.lines(tx, id), { ...how, date }))
          const reversal = await entries.post(tx, reversalId)
          await entries.markReversed(tx, id, reversalId)
          const data = { entry_id: id, reversal_id: reversalId, number: original.number ?? '' }
          await events.publish(tx, EntryReversed, { data, aggregate_id: id, aggregate_version: original.version + 1 })
          return posted(tx, reversal)
        }),
      ),
  }
}

/** The draft that takes an entry back. */
function opposite(entry: Entry, lines: readonly Line[], { date, description }: Reversal & { date: string }) {
  const money = { currency: entry.currency, digits: minorUnits(entry.currency) }
  const turned = lines.map((line) => ({ ...line, debit: line.credit, credit: line.debit }))
  const head = {
    journal_id: entry.journal_id,
    date,
    description: description ?? entry.description ?? null,
    reference: entry.number,
    currency: money.currency,
    currency_digits: money.digits,
    reverses_id: entry.id,
  }
  return { head, lines: turned, totals: totalsOf(turned, money) }
}

/** Which day it is in a time zone, as `YYYY-MM-DD`. */
const todayIn = (timeZone: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date())
