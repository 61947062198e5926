import { UserPlus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { etagOf, FormDialog, useT, useToast, type BulkAction } from '@innoerp/sdk/ui'
import type { Company } from '../../shared/company.js'
import { companies } from '../crm-api.js'
import { assignForm } from '../forms.js'

/** Gives the chosen companies to a person: the action for the table, and its dialog. */
export function useAssign(): { action: BulkAction<Company>; dialog: ReactNode } {
  const t = useT()
  const toast = useToast()
  const [chosen, setChosen] = useState<readonly Company[]>([])
  const [open, setOpen] = useState(false)
  const choose = (records: readonly Company[]) => {
    setChosen(records)
    setOpen(true)
  }
  const assign = async ({ owner_id }: { owner_id?: unknown }) => {
    for (const company of chosen) {
      const etag = etagOf(company)
      await companies.update(company.id, { owner_id: typeof owner_id === 'string' ? owner_id : null }, etag ? { etag } : {})
    }
  }
  const label = t('company.assign')
  return {
    action: { id: 'assign', label, icon: <UserPlus size={16} aria-hidden />, permission: 'crm.write', run: choose },
    dialog: (
      <FormDialog
        form={assignForm}
        title={label}
        submitLabel={label}
        open={open}
        onClose={() => setOpen(false)}
        onSubmit={assign}
        onDone={() => toast(t('company.assigned', { count: chosen.length }))}
      />
    ),
  }
}
