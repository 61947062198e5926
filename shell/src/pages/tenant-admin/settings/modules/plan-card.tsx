import { Card, ErrorState, SkeletonLines, useFormat, useHost, useSession, useT, type ApiError } from '@innoerp/sdk/ui'
import { useQuery } from '@tanstack/react-query'
import { ownModulesClient, type OwnPlan } from '../../../../clients/own-modules'
import { LimitMeter } from '../../../parts/limit-meter'
import { useMegabytes } from '../../../parts/use-megabytes'

/** The plan of the organization, and how much of it is used. */
export function PlanCard() {
  const t = useT()
  const { api } = useHost()
  const { organization } = useSession()
  const plan = useQuery<OwnPlan, ApiError>({ queryKey: ['own plan'], queryFn: () => ownModulesClient(api).plan(organization?.id ?? '') })
  return (
    <Card title={t('moduleList.plan')}>
      {plan.data && <Plan plan={plan.data} />}
      {plan.error && !plan.data && <ErrorState title={t('moduleList.planNotLoaded')} error={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.isPending && <SkeletonLines rows={4} />}
    </Card>
  )
}

function Plan({ plan: { organization, subscription, usage } }: { plan: OwnPlan }) {
  const t = useT()
  const format = useFormat()
  const size = useMegabytes()
  const plan = subscription?.plan
  return (
    <div className="io-col io-gap-16">
      <div className="io-col">
        <span className="io-strong">{plan?.name ?? t('moduleList.noPlan')}</span>
        <span className="io-cap">{termOf({ organization, subscription }, (key, date) => t(`moduleList.${key}`, { date: format.date(date) }))}</span>
      </div>
      <Figure label={t('moduleList.users')} value={usage.total_users} limit={plan?.max_users} write={format.number} />
      <Figure label={t('moduleList.projects')} value={usage.total_projects} limit={plan?.max_projects} write={format.number} />
      <Figure label={t('moduleList.storage')} value={usage.storage_used_mb} limit={plan?.limits.storage_mb} write={size} />
      <Figure label={t('moduleList.calls')} value={usage.api_calls_this_month} limit={undefined} write={format.number} />
    </div>
  )
}

/** Until when it goes on like this. */
function termOf({ organization, subscription }: Pick<OwnPlan, 'organization' | 'subscription'>, words: (key: string, date: string) => string): string {
  if (subscription?.cancel_at_period_end) return words('cancelled', subscription.current_period_end)
  if (subscription && subscription.status !== 'trialing') return words('periodEnd', subscription.current_period_end)
  return organization.trial_ends_at ? words('trialUntil', organization.trial_ends_at) : ''
}

interface FigureProps {
  label: string
  value: number
  /** Absent: none. */
  limit: number | null | undefined
  write(value: number): string
}

function Figure({ label, value, limit, write }: FigureProps) {
  const t = useT()
  const text = limit ? t('moduleList.of', { value: write(value), limit: write(limit) }) : write(value)
  return <LimitMeter label={label} value={value} limit={limit} text={text} />
}
