import { Button } from '@mui/material'
import { useState } from 'react'
import { EmptyState, ErrorState, Note, PageFrame, SkeletonLines, useT } from '@innoerp/sdk/ui'
import type { OrgChart } from '../../shared/structure.js'
import { foldedFrom } from '../chart-tree.js'
import { useOrgChart } from '../hr-api.js'
import { ChartTree } from '../parts/chart-tree.js'

/** How many steps down are open at first. */
const OPEN_STEPS = 2

/** Who reports to whom. */
export default function OrgChartPage() {
  const t = useT()
  const { data, error, refetch } = useOrgChart()
  if (data && data.items.length > 0) return <Loaded chart={data} />
  return (
    <PageFrame title={t('nav.chart')} permission="hr.read">
      {error && <ErrorState error={error} title={t('chart.notLoaded')} onRetry={() => void refetch()} />}
      {!error && (data ? <EmptyState icon="team" title={t('employee.empty')} text={t('chart.emptyText')} /> : <SkeletonLines />)}
    </PageFrame>
  )
}

function Loaded({ chart: { items, total } }: { chart: OrgChart }) {
  const t = useT()
  const [folded, setFolded] = useState(() => foldedFrom(items, OPEN_STEPS))
  const toggle = (id: string) => setFolded((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])))
  const actions = (
    <>
      <Button variant="outlined" onClick={() => setFolded(foldedFrom(items, 0))}>
        {t('chart.foldAll')}
      </Button>
      <Button variant="outlined" onClick={() => setFolded(new Set())}>
        {t('chart.openAll')}
      </Button>
    </>
  )
  return (
    <PageFrame title={t('nav.chart')} permission="hr.read" facts={t('employee.count', { count: total })} actions={actions}>
      {total > items.length && <Note tone="info">{t('chart.cut', { count: items.length })}</Note>}
      <ChartTree nodes={items} folded={folded} onToggle={toggle} />
    </PageFrame>
  )
}
