import { Card, EmptyState, Num, useAll, useT } from '@innoerp/sdk/ui'
import { useMemo } from 'react'
import type { Tenant } from '../../../../clients/tenant'
import { usage, type Usage } from '../../../../clients/usage'
import { Loaded } from '../../../parts/loaded'
import { PlainTable, type PlainColumn } from '../../../parts/plain-table'
import { QuotaMeter } from '../../assignment/quota-meter'

const whole = (key: 'requests' | 'errors' | 'jobs'): PlainColumn<Usage> => ({ key, figure: true, render: (row) => <Num value={row[key]} /> })
const milliseconds = (key: 'p50_ms' | 'p99_ms'): PlainColumn<Usage> => ({ key, figure: true, render: (row) => <Num value={row[key]} digits={1} /> })
const COLUMNS: readonly PlainColumn<Usage>[] = [
  { key: 'module', render: ({ module_id }) => <span className="io-mono">{module_id}</span> },
  whole('requests'),
  whole('errors'),
  milliseconds('p50_ms'),
  milliseconds('p99_ms'),
  whole('jobs'),
  { key: 'used_mb', render: ({ storage_mb, storage_limit_mb }) => <QuotaMeter used={storage_mb} limit={storage_limit_mb} /> },
]

/** What each module did for an organization in the last day. */
export function ModulesUsageCard({ tenant }: { tenant: Tenant }) {
  const t = useT()
  const where = useMemo(() => ({ organization_id: tenant.id }), [tenant.id])
  const query = useAll(usage, where)
  return (
    <Card span={8} title={t('tenantUsage.byModule')} flush>
      <Loaded query={query} failed={t('usage.notLoaded')}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon="module" title={t('usage.empty')} text={t('assigned.emptyText')} />
          ) : (
            <PlainTable label={t('tenantUsage.byModule')} columns={COLUMNS} rows={rows} idOf={({ id }) => id} />
          )
        }
      </Loaded>
    </Card>
  )
}
