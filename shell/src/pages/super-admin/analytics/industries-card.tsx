import { Card, EmptyState, Num, useT } from '@innoerp/sdk/ui'
import { tenantStats } from '../../../clients/tenant-stats'
import { BarList } from '../../parts/bar-list'
import { Loaded } from '../../parts/loaded'
import { useAskedApi } from '../../parts/use-asked-api'

/** Which industries the organizations belong to. */
export function IndustriesCard() {
  const t = useT()
  const query = useAskedApi({ key: ['tenant-stats', 'industry'], ask: (api) => tenantStats(api, 'industry') })
  return (
    <Card span={8} title={t('analytics.byIndustry')}>
      <Loaded query={query} failed={t('dashboard.statsNotLoaded')}>
        {({ by_industry = [] }) =>
          by_industry.length === 0 ? (
            <EmptyState icon="company" title={t('tenant.empty')} text={t('tenant.emptyText')} />
          ) : (
            <BarList
              bars={by_industry.map(({ industry_code, industry_name, tenants }) => {
                const name = industry_name ?? industry_code ?? t('tenant.noIndustry')
                return { id: industry_code ?? '', label: name, name, value: tenants, text: <Num value={tenants} /> }
              })}
            />
          )
        }
      </Loaded>
    </Card>
  )
}
