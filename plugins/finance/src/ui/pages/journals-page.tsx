import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { columnsOf, DataTable, filter, optionLabel, PageFrame, useBulkDelete, useListState, useNew, useT, type ListStateHandle, type PhoneRow } from '@innoerp/sdk/ui'
import { JOURNAL_TYPES, JournalList, type Journal } from '../../shared/journal.js'
import { journals } from '../finance-api.js'
import { journalForm } from '../forms.js'
import { JournalPanel } from '../parts/journal-panel.js'

const column = columnsOf<Journal>()
const columnsWith = (typeOf: (journal: Journal) => string) => [
  column.name('name', { avatar: null, link: ({ id }) => `/journals/${id}` }),
  column.text('code', { mono: true, width: 120 }),
  column.custom('type', { width: 148, render: typeOf }),
  column.number('posted_count', { width: 140 }),
  column.date('updated_at', { rel: true }),
]
const filters = [filter.choice('type', JOURNAL_TYPES)]

/** The journals of the organization. */
export default function JournalsPage() {
  const t = useT()
  const navigate = useNavigate()
  const list = useListState()
  const remove = useBulkDelete(journals, { name: 'journal', permission: 'finance.configure' })
  const create = useNew({ form: journalForm, permission: 'finance.configure', onDone: (journal) => void navigate(`/journals/${journal.id}`) })
  const columns = useMemo(() => columnsWith(({ type }) => optionLabel(t, 'type', type)), [t])
  const phoneRow = ({ name, code, type }: Journal): PhoneRow => ({ title: name, meta: [code, optionLabel(t, 'type', type)] })
  return (
    <PageFrame fill title={t('nav.journals')} permission="finance.read" actions={create.button}>
      <DataTable
        name="journal"
        source={journals}
        spec={JournalList}
        columns={columns}
        filters={filters}
        state={list}
        bulk={[remove]}
        panel={panelIn(list)}
        phoneRow={phoneRow}
        empty={{ icon: 'folder', actions: create.button }}
      />
      {create.dialog}
    </PageFrame>
  )
}

const panelIn = (list: ListStateHandle) => (journal: Journal) => <JournalPanel key={journal.id} journal={journal} onDeleted={() => list.update({ open: undefined })} />
