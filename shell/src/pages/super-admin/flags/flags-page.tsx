import { ConfirmDialog, CreateButton, DataTable, FormDialog, Num, PageFrame, StatusChip, columnsOf, useRemove, useT, useToast, type PhoneRow } from '@innoerp/sdk/ui'
import { Building2, Pencil, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { featureFlags, type FeatureFlag } from '../../../clients/flags'
import { useAsked, type Asked } from '../../parts/use-asked'
import { TenantCommands } from '../tenant-commands'
import { flagForm, newFlagForm } from './flag-forms'
import { FlagTenantsDialog } from './flag-tenants-dialog'

const column = columnsOf<FeatureFlag>()
const SPEC = { sort: ['key'], search: ['key', 'description'] }

function Enabled({ flag: { enabled } }: { flag: FeatureFlag }) {
  const t = useT()
  return (
    <StatusChip cell tone={enabled ? 'success' : 'neutral'}>
      {t(enabled ? 'flag.on' : 'flag.off')}
    </StatusChip>
  )
}

const COLUMNS = [
  column.text('key', { mono: true, width: 220 }),
  column.text('description', { width: 300 }),
  column.custom('enabled', { width: 130, render: (flag) => <Enabled flag={flag} /> }),
  column.custom('percent', { figure: true, width: 110, render: ({ percent }) => <Num kind="percent" value={percent === null ? null : percent / 100} /> }),
  column.custom('organizations', { figure: true, label: 'field.tenants', width: 110, render: ({ organizations }) => <Num value={organizations.length} /> }),
  column.date('updated_at', { rel: true, width: 150 }),
]

const phoneRow = (flag: FeatureFlag): PhoneRow => ({ title: flag.key, meta: [flag.description], state: <Enabled flag={flag} /> })

interface Questions {
  editing: Asked<FeatureFlag>
  choosing: Asked<FeatureFlag>
  removing: Asked<FeatureFlag>
}

function useColumns({ editing, choosing, removing }: Questions) {
  const t = useT()
  const [edit, choose, remove] = [editing.ask, choosing.ask, removing.ask]
  return useMemo(
    () => [
      ...COLUMNS,
      column.actions([
        { id: 'edit', label: t('flag.edit'), icon: <Pencil size={15} />, run: edit },
        { id: 'tenants', label: t('flag.tenants'), icon: <Building2 size={15} />, run: choose },
        { id: 'remove', label: t('flag.remove'), icon: <Trash2 size={15} />, run: remove },
      ]),
    ],
    [t, edit, choose, remove],
  )
}

/** What is tried with some organizations before all have it. */
export default function FlagsPage() {
  const t = useT()
  const questions = { editing: useAsked<FeatureFlag>(), choosing: useAsked<FeatureFlag>(), removing: useAsked<FeatureFlag>() }
  const { editing, choosing, removing } = questions
  const create = <CreateButton form={newFlagForm} />
  return (
    <PageFrame fill title={t('flag.list')} facts={t('flag.facts')} actions={create}>
      <TenantCommands />
      <DataTable name="flag" source={featureFlags} spec={SPEC} columns={useColumns(questions)} phoneRow={phoneRow} empty={{ icon: 'tag' }} />
      {editing.subject && <FormDialog key={editing.subject.id} form={flagForm} record={editing.subject} open={editing.open} onClose={editing.close} />}
      {choosing.subject && <FlagTenantsDialog key={choosing.subject.id} flag={choosing.subject} open={choosing.open} onClose={choosing.close} />}
      <RemoveFlag {...removing} />
    </PageFrame>
  )
}

function RemoveFlag({ subject, open, close }: Asked<FeatureFlag>) {
  const t = useT()
  const toast = useToast()
  const remove = useRemove(featureFlags)
  const values = { key: subject?.key ?? '' }
  return (
    <ConfirmDialog
      open={open}
      onClose={close}
      title={t('flag.removeTitle', values)}
      losses={[{ label: t('loss.access'), value: t('flag.removeLoss') }]}
      verb={t('flag.remove')}
      onConfirm={async () => {
        if (!subject) return
        await remove.mutateAsync([subject.id])
        toast(t('flag.removed', values))
      }}
    />
  )
}
