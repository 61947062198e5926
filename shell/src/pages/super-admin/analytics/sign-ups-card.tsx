import { Card, useFormat, useT, type CardProps } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { useState } from 'react'
import { tenantStats, type TenantStats } from '../../../clients/tenant-stats'
import { ColumnChart } from '../../parts/column-chart'
import { Loaded } from '../../parts/loaded'
import { useAskedApi } from '../../parts/use-asked-api'

/** How many organizations came in each of the last twelve months. */
export function SignUpsCard({ span }: Pick<CardProps, 'span'>) {
  const t = useT()
  const query = useAskedApi({ key: ['tenant-stats', 'month'], ask: (api) => tenantStats(api, 'month') })
  const [asTable, setAsTable] = useState(false)
  const change = (
    <Button variant="text" size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
      {t('chart.asTable')}
    </Button>
  )
  return (
    <Card {...(span && { span })} title={t('dashboard.signUps')} actions={query.data && change}>
      <Loaded query={query} failed={t('dashboard.statsNotLoaded')}>
        {({ by_month = [] }) => <Months months={by_month} asTable={asTable} />}
      </Loaded>
    </Card>
  )
}

function Months({ months, asTable }: { months: NonNullable<TenantStats['by_month']>; asTable: boolean }) {
  const t = useT()
  const { locale } = useFormat().settings
  const write = (month: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
  const columns = months.map(({ month, signups }) => ({
    id: month,
    label: write(month, { month: 'short' }),
    name: write(month, { month: 'long', year: 'numeric' }),
    value: signups,
  }))
  return <ColumnChart label={t('dashboard.signUps')} heads={[t('chart.month'), t('chart.tenants')]} columns={columns} asTable={asTable} />
}
