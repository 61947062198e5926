import type { Context } from '@innoerp/sdk/contract'
import { newId, withRules, type ModuleEvents } from '@innoerp/sdk/server'
import type { AppliedTemplate } from '../../shared/account.js'
import { AccountImported } from '../../shared/events.js'
import type { AccountRepository, AccountRow } from '../account-repository.js'
import { errors } from '../errors.js'
import type { JournalRepository, JournalRow } from '../journal-repository.js'
import { CHART, JOURNALS, type Names } from './template-chart.js'

interface Deps {
  accounts: AccountRepository
  journals: JournalRepository
  events: ModuleEvents
}

export type ApplyTemplate = (ctx: Context) => Promise<AppliedTemplate>

/**
 * Fills an empty chart with the general one, in the organization's language, and adds the journals that are missing. Of two who do
 * so at once, the second breaks the unique index of the numbers. Errors: `FINANCE_CHART_NOT_EMPTY`.
 */
export const createApplyTemplate =
  ({ accounts, journals, events }: Deps): ApplyTemplate =>
  (ctx) =>
    withRules({ account_number: () => errors.CHART_NOT_EMPTY() }, () =>
      ctx.transaction(async (tx) => {
        if (!(await accounts.isEmpty(tx))) throw errors.CHART_NOT_EMPTY()
        const nameOf = namesFor(ctx.organization.locale)
        const rows = accountRows(nameOf)
        const imported = events.statement(tx, AccountImported, { data: { account_ids: rows.map(({ id }) => id) } })
        await accounts.insertRows(tx, rows, [imported])
        return { accounts: rows.length, journals: await journals.insertMissing(tx, journalRows(nameOf)) }
      }),
    )

type NameOf = (names: Names) => string

/** Names in the language of a BCP 47 tag; English for all that the template does not know. */
const namesFor = (locale: string): NameOf => (/^de\b/i.test(locale) ? ({ de }) => de : ({ en }) => en)

const accountRows = (nameOf: NameOf): AccountRow[] =>
  CHART.flatMap(({ number, type, names, accounts }) => {
    const id = newId()
    const common = { type, currency: null, is_active: true }
    const below = Object.entries(accounts).map(([own, ownNames]) => ({ ...common, id: newId(), number: own, name: nameOf(ownNames), parent_id: id, is_group: false }))
    return [{ ...common, id, number, name: nameOf(names), parent_id: null, is_group: true }, ...below]
  })

const journalRows = (nameOf: NameOf): JournalRow[] => JOURNALS.map(({ code, type, names }) => ({ id: newId(), code, type, name: nameOf(names) }))
