import { FactsPanel, Num, useT } from '@innoerp/sdk/ui'
import type { Journal } from '../../shared/journal.js'
import { journalForm } from '../forms.js'
import { ChainState } from './chain-state.js'

/** The fields of a journal, changed in place, and whether its chain is whole. */
export function JournalFacts({ journal }: { journal: Journal }) {
  const t = useT()
  return (
    <FactsPanel
      form={journalForm}
      record={journal}
      permission="finance.configure"
      sections={[
        { title: 'journal.facts', facts: ['code', 'name', 'type'] },
        {
          facts: [
            { label: t('field.posted_count'), value: <Num value={journal.posted_count} /> },
            { label: t('journal.chain'), value: <ChainState id={journal.id} /> },
          ],
        },
        { facts: ['created_at', 'updated_at'] },
      ]}
    />
  )
}
