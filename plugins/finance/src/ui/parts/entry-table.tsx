import { useMemo } from 'react'
import { columnsOf, DataTable, Money, NOTHING, RecordName, useFormat, useT, type DataTableProps, type PhoneRow } from '@innoerp/sdk/ui'
import { minorUnits } from '../../shared/amount.js'
import { EntryList, type Entry } from '../../shared/entry.js'
import { entries } from '../finance-api.js'
import { journalKind, journalName } from '../kinds.js'
import { EntryChip } from './entry-chip.js'

type Naming = (entry: Entry) => string

const column = columnsOf<Entry>()
const totalOf = ({ total_debit, currency }: Entry) => <Money value={total_debit} currency={currency} digits={minorUnits(currency)} />
const columnsWith = (nameOf: Naming) => [
  column.name('description', { avatar: null, text: nameOf, link: ({ id }) => `/entries/${id}` }),
  column.custom('number', { width: 132, render: ({ number }) => <span className="io-id">{number ?? NOTHING}</span> }),
  column.date('date', { width: 108 }),
  column.record('journal_id', { of: journalKind, width: 160 }),
  column.text('reference', { width: 120, optional: true }),
  column.custom('state', { width: 112, render: (entry) => <EntryChip cell entry={entry} /> }),
  column.money('total_debit', { currency: 'currency', label: 'field.total' }),
]

/** The table of entries, here and on the page of a journal, the latest first. */
export function EntryTable(props: Partial<DataTableProps<Entry>>) {
  const t = useT()
  const { date } = useFormat()
  const untitled = t('entry.untitled')
  const nameOf = useMemo<Naming>(() => ({ description, reference, number }) => description ?? reference ?? number ?? untitled, [untitled])
  const columns = useMemo(() => columnsWith(nameOf), [nameOf])
  const phoneRow = (entry: Entry): PhoneRow => ({
    title: nameOf(entry),
    meta: [entry.number, date(entry.date), <RecordName key="journal" kind={journalName} id={entry.journal_id} />].filter(Boolean),
    figure: totalOf(entry),
    state: <EntryChip cell entry={entry} />,
  })
  return <DataTable name="entry" source={entries} spec={EntryList} sort="-date" phoneRow={phoneRow} {...props} columns={columns} />
}
