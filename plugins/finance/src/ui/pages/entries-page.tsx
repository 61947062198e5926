import { filter, PageFrame, SavedViews, useBulkDelete, useList, useListState, useT, type ListStateHandle, type ListView } from '@innoerp/sdk/ui'
import { useMemo } from 'react'
import { ENTRY_STATES, type Entry } from '../../shared/entry.js'
import { entries } from '../finance-api.js'
import { journalKind } from '../kinds.js'
import { EntryPanel } from '../parts/entry-panel.js'
import { EntryTable } from '../parts/entry-table.js'
import { NewEntryButton } from '../parts/new-entry-button.js'

const filters = [filter.choice('state', ENTRY_STATES), filter.record('journal_id', journalKind), filter.date('date')]

/** Everything that was entered into the books, and what is still a draft. */
export default function EntriesPage() {
  const t = useT()
  const views = useViews()
  const list = useListState({ views, sort: '-date' })
  const remove = useBulkDelete(entries, { name: 'entry', permission: 'finance.write' })
  return (
    <PageFrame fill title={t('nav.entries')} permission="finance.read" actions={<NewEntryButton />} tabs={<SavedViews views={views} state={list} />}>
      <EntryTable filters={filters} state={list} bulk={[remove]} panel={panelIn(list)} empty={{ icon: 'journal', actions: <NewEntryButton /> }} />
    </PageFrame>
  )
}

const panelIn = (list: ListStateHandle) => (entry: Entry) => <EntryPanel key={entry.id} entry={entry} onDeleted={() => list.update({ open: undefined })} />

/** All entries, drafts, and what is posted. */
function useViews(): readonly ListView[] {
  const all = useList(entries, { limit: 1 }).data?.total
  const drafts = useList(entries, { limit: 1, state: 'draft' }).data?.total
  return useMemo(
    () => [
      { id: 'all', label: 'view.all', count: all },
      { id: 'drafts', label: 'view.drafts', count: drafts, filters: [{ field: 'state', values: ['draft'] }] },
      { id: 'posted', label: 'view.posted', filters: [{ field: 'state', values: ['posted'] }] },
    ],
    [all, drafts],
  )
}
