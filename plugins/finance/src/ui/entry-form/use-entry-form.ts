import { useState } from 'react'
import { errorText, fieldErrors, useDirty, useFormat, useList, useT } from '@innoerp/sdk/ui'
import { minorUnits } from '../../shared/amount.js'
import type { EntryDocument } from '../../shared/entry.js'
import { journals } from '../finance-api.js'
import type { AmountRules } from '../line-inputs.js'
import { todayIn } from '../words.js'
import { bodyOf, fieldsOf, isWhole, lineFindings, newFields, type EntryFields } from './entry-fields.js'
import { useSaveEntry } from './use-save-entry.js'

/** The state of the form of an entry. */
export interface EntryForm {
  fields: EntryFields
  /** ISO 4217. */
  currency: string
  rules: AmountRules
  change(next: Partial<EntryFields>): void
  /** True once saving was tried: from then on every problem is shown. */
  tried: boolean
  busy: boolean
  /** Findings of the server about fields of the entry. */
  found: Readonly<Record<string, string>>
  /** Findings of the server about lines, by their key. */
  foundInLines: ReadonlyMap<string, string>
  /** A refusal that is about no field. */
  error: string | undefined
  save(options: { post: boolean }): void
}

/** Fields, checks and saving of an entry; `entry` is the draft to change, absent for a new one. */
export function useEntryForm(entry: EntryDocument | undefined): EntryForm {
  const t = useT()
  const { settings } = useFormat()
  const currency = entry?.currency ?? settings.currency
  const rules = { locale: settings.locale, digits: minorUnits(currency) }
  const first = useList(journals, { limit: 1, type: 'general' }, { enabled: !entry }).data?.items[0]
  const [written, setWritten] = useState(() => (entry ? fieldsOf(entry, rules) : newFields(todayIn(settings.timeZone))))
  const [changed, setChanged] = useState(false)
  const [tried, setTried] = useState(false)
  const saving = useSaveEntry(entry)
  useDirty(changed && !saving.done)
  // Most entries by hand go into the general journal.
  const fields = { ...written, journal_id: written.journal_id ?? (changed ? null : (first?.id ?? null)) }
  const found = fieldErrors(saving.failure)
  const foundInLines = lineFindings(fields, found)
  const placed = foundInLines.size > 0 || 'date' in found || 'journal_id' in found
  return {
    fields,
    currency,
    rules,
    change: (next) => {
      setChanged(true)
      setWritten({ ...fields, ...next })
    },
    tried,
    busy: saving.busy,
    found,
    foundInLines,
    error: saving.failure && !placed ? errorText(t, saving.failure) : undefined,
    save: ({ post }) => {
      setTried(true)
      if (isWhole(fields, rules) && !saving.busy) void saving.run(bodyOf(fields, rules), { post })
    },
  }
}
