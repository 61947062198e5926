import { Card, Num, useT, type CardProps } from '@innoerp/sdk/ui'
import { tenantStats } from '../../../clients/tenant-stats'
import { BarList } from '../../parts/bar-list'
import { Loaded } from '../../parts/loaded'
import { useAskedApi } from '../../parts/use-asked-api'

const STATES = ['active', 'trial', 'expired'] as const

/** What organizations pay for. */
export function SubscriptionsCard({ span }: Pick<CardProps, 'span'>) {
  const t = useT()
  const query = useAskedApi({ key: ['tenant-stats', 'month'], ask: (api) => tenantStats(api, 'month') })
  return (
    <Card {...(span && { span })} title={t('dashboard.subscriptions')}>
      <Loaded query={query} failed={t('dashboard.statsNotLoaded')}>
        {(stats) => (
          <BarList
            bars={STATES.map((state) => {
              const value = stats[`subscriptions_${state}`]
              const name = t(`dashboard.subscription.${state}`)
              return { id: state, label: name, name, value, text: <Num value={value} /> }
            })}
          />
        )}
      </Loaded>
    </Card>
  )
}
