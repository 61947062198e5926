import { event, OneOf, PlainDate, recordEvents, Type, Uuid } from '@innoerp/sdk/contract'
import { ACCOUNT_TYPES } from './account.js'
import { JOURNAL_TYPES } from './journal.js'

export const accountEvents = recordEvents('finance.account', { number: Type.String(), name: Type.String(), type: OneOf(ACCOUNT_TYPES) })
/** Some of the accounts of one import or template, at most a thousand; more of them publish several. */
export const AccountImported = event('finance.account.imported', 1, Type.Object({ account_ids: Type.Array(Uuid) }))

export const journalEvents = recordEvents('finance.journal', { code: Type.String(), name: Type.String(), type: OneOf(JOURNAL_TYPES) })

const Posted = { entry_id: Uuid, journal_id: Uuid, number: Type.String(), date: PlainDate, currency: Type.String(), total: Type.String() }
export const EntryPosted = event('finance.entry.posted', 1, Type.Object(Posted))
/** An entry was taken back by another one, which was posted with it and is told of by `finance.entry.posted` as well. */
export const EntryReversed = event('finance.entry.reversed', 1, Type.Object({ entry_id: Uuid, reversal_id: Uuid, number: Type.String() }))
