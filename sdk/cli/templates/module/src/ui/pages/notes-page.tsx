import { Can, columnsOf, CreateButton, DataTable, FactsPanel, PageFrame, useBulkDelete, useT } from '@innoerp/sdk/ui'
import { NoteList, type Note } from '../../shared/note.js'
import { noteForm, notes } from '../notes-api.js'

const WRITE = 'my-module.write'
const column = columnsOf<Note>()
const columns = [column.text('title'), column.date('due_on'), column.date('updated_at', { rel: true })]
const panelOf = (note: Note) => <FactsPanel form={noteForm} record={note} permission={WRITE} sections={[{ facts: ['title', 'body', 'due_on', 'updated_at'] }]} />

/** All notes of the organization. */
export default function NotesPage() {
  const t = useT()
  const remove = useBulkDelete(notes, { name: 'note', permission: WRITE })
  const create = (
    <Can permission={WRITE}>
      <CreateButton form={noteForm} />
    </Can>
  )
  return (
    <PageFrame fill title={t('title')} permission="my-module.read" actions={create}>
      <DataTable name="note" source={notes} spec={NoteList} columns={columns} bulk={[remove]} panel={panelOf} empty={{ icon: 'notes' }} />
    </PageFrame>
  )
}
