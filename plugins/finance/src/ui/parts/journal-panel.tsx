import { optionLabel, PanelHead, useT } from '@innoerp/sdk/ui'
import type { Journal } from '../../shared/journal.js'
import { journalForm } from '../forms.js'
import { JournalFacts } from './journal-facts.js'

/** A journal beside the list of journals. */
export function JournalPanel({ journal, onDeleted }: { journal: Journal; onDeleted(): void }) {
  const t = useT()
  return (
    <>
      <PanelHead avatar={null} permission="finance.configure" form={journalForm} record={journal} title={journal.name} second={optionLabel(t, 'type', journal.type)} onDeleted={onDeleted} />
      <JournalFacts journal={journal} />
    </>
  )
}
