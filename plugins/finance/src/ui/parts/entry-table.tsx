import { useMemo } from 'react'
import { columnsOf, DataTable, Money, NOTHING, useFormat, useT, type DataTableProps, type PhoneRow } from '@innoerp/sdk/ui'
import { minorUnits } from '../../shared/amount.js'
import { EntryList, type Entry } from '../../shared/entry.js'
import { entries } from '../finance-api.js'
import { journalKind } from '../kinds.js'
import { EntryChip } from './entry-chip.js'

type Naming = (entry: Entry) => string

const column = columnsOf<Entry>()
const totalOf = ({ total_debit, currency }: Entry) => <Money value={total_debit} currency={currency} digits={minorUnits(currency)} />
const columnsWith = (nameOf: Naming, inOne: boolean) => [
  column.name('description', { avatar: null, width: 200, text: nameOf, link: ({ id }) => `/entries/${id}` }),
  column.custom('number', { width: 124, render: ({ number }) => <span className="io-id">{number ?? NOTHING}</span> }),
  column.date('date', { width: 96 }),
  ...(inOne ? [] : [column.record('journal_id', { of: journalKind, width: 136 })]),
  column.text('reference', { width: 120, optional: true }),
  column.custom('state', { width: 104, render: (entry) => <EntryChip cell entry={entry} /> }),
  column.money('total_debit', { currency: 'currency', label: 'field.total', width: 120 }),
]

export interface EntryTableProps extends Partial<DataTableProps<Entry>> {
  /** All entries are of one journal, so that it is not said. */
  inOne?: boolean
}

/** The table of entries, here and on the page of a journal, the latest first. */
export function EntryTable({ inOne = false, ...props }: EntryTableProps) {
  const t = useT()
  const { date } = useFormat()
  const untitled = t('entry.untitled')
  const nameOf = useMemo<Naming>(() => ({ description, reference, number }) => description ?? reference ?? number ?? untitled, [untitled])
  const columns = useMemo(() => columnsWith(nameOf, inOne), [nameOf, inOne])
  const phoneRow = (entry: Entry): PhoneRow => ({
    title: nameOf(entry),
    meta: [entry.number, date(entry.date)].filter(Boolean),
    figure: totalOf(entry),
    state: <EntryChip cell entry={entry} />,
  })
  return <DataTable name="entry" source={entries} spec={EntryList} sort="-date" phoneRow={phoneRow} {...props} columns={columns} />
}
