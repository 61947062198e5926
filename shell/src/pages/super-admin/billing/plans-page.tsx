import { CreateButton, DataTable, FormDialog, Money, PageFrame, StatusChip, columnsOf, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { Pencil } from 'lucide-react'
import { useMemo } from 'react'
import { plans, type Plan } from '../../../clients/billing'
import { inBrowser } from '../../../clients/in-browser'
import { useAsked } from '../../parts/use-asked'
import { useMegabytes } from '../../parts/use-megabytes'
import { TenantCommands } from '../tenant-commands'
import { inputOf, planForm, savePlan } from './plan-form'

const column = columnsOf<Plan>()
const source = inBrowser(plans, ['name', 'description'])
const SPEC = { sort: ['name', 'max_users', 'max_projects'], search: ['name', 'description'] }

function OnSale({ plan: { is_active } }: { plan: Plan }) {
  const t = useT()
  return (
    <StatusChip cell tone={is_active ? 'success' : 'neutral'}>
      {t(is_active ? 'plan.onSale' : 'plan.retired')}
    </StatusChip>
  )
}

function Storage({ plan: { limits } }: { plan: Plan }) {
  return <>{useMegabytes()(limits.storage_mb)}</>
}

const COLUMNS = [
  column.name('name', { avatar: null, second: ({ description }) => description }),
  column.custom('price_monthly', { figure: true, width: 130, render: ({ price_monthly }) => <Money value={price_monthly} currency="USD" /> }),
  column.custom('price_yearly', { figure: true, width: 130, render: ({ price_yearly }) => <Money value={price_yearly} currency="USD" /> }),
  column.number('max_users', { width: 110 }),
  column.number('max_projects', { width: 110 }),
  column.custom('storage', { figure: true, label: 'field.storage_mb', width: 120, render: (plan) => <Storage plan={plan} /> }),
  column.tags('features', { label: 'field.modules', width: 200 }),
  column.custom('is_active', { label: 'field.state', width: 140, render: (plan) => <OnSale plan={plan} /> }),
]

const phoneRow = (plan: Plan): PhoneRow => ({ title: plan.name, meta: [plan.description], figure: <Money value={plan.price_monthly} currency="USD" />, state: <OnSale plan={plan} /> })

/** What can be subscribed to. */
export default function PlansPage() {
  const t = useT()
  const { ask, subject, open, close } = useAsked<Plan>()
  const columns = useMemo(() => [...COLUMNS, column.actions([{ id: 'edit', label: t('plan.edit'), icon: <Pencil size={15} />, run: ask }])], [t, ask])
  const edited = useMemo(() => subject && { plan: subject, input: inputOf(subject) }, [subject])
  return (
    <PageFrame fill title={t('plan.list')} facts={t('plan.facts')} actions={<CreateButton form={planForm} onSubmit={savePlan()} />}>
      <TenantCommands />
      <DataTable name="plan" source={source} spec={SPEC} columns={columns} phoneRow={phoneRow} empty={{ icon: 'receipt' }} />
      {edited && <FormDialog key={edited.plan.id} form={planForm} record={edited.input} onSubmit={savePlan(edited.plan)} open={open} onClose={close} />}
    </PageFrame>
  )
}
