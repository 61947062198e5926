import { useSearchParams } from 'react-router'
import { EmptyState, ErrorState, Note, PageFrame, SkeletonLines, useFormat, useT } from '@innoerp/sdk/ui'
import { useTrialBalance } from '../finance-api.js'
import { periodOf, type Period } from '../periods.js'
import { BalanceTable } from '../trial-balance/balance-table.js'
import { ExportButton } from '../trial-balance/export-button.js'
import { PeriodBar } from '../trial-balance/period-bar.js'
import { todayIn } from '../words.js'

/** What was posted on each account in a period; the period stands in the address. */
export default function TrialBalancePage() {
  const t = useT()
  const { settings } = useFormat()
  const [params, setParams] = useSearchParams()
  const today = todayIn(settings.timeZone)
  const period = params.has('period') ? readPeriod(params) : periodOf('year', today)
  const choose = ({ from = '', to = '' }: Period) => setParams({ period: `${from}..${to}` }, { replace: true })
  return (
    <PageFrame title={t('nav.trialBalance')} permission="finance.read" facts={t('balance.basis', { currency: settings.currency })} actions={<ExportButton period={period} />}>
      <div className="io-col io-gap-16">
        <PeriodBar period={period} today={today} onChange={choose} />
        <Report period={period} />
      </div>
    </PageFrame>
  )
}

/** `2026-01-01..2026-12-31`; an end that is left out is open. */
function readPeriod(params: URLSearchParams): Period {
  const [from, to] = (params.get('period') ?? '').split('..')
  return { ...(from && { from }), ...(to && { to }) }
}

function Report({ period }: { period: Period }) {
  const t = useT()
  const { data, error, refetch } = useTrialBalance(period)
  if (error) return <ErrorState error={error} title={t('balance.notLoaded')} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines rows={6} />
  return (
    <>
      {data.other_currencies.length > 0 && <Note>{t('balance.others', { currencies: data.other_currencies.join(', '), currency: data.currency })}</Note>}
      {data.rows.length === 0 ? <EmptyState icon="report" title={t('balance.empty')} text={t('balance.emptyText')} /> : <BalanceTable report={data} />}
    </>
  )
}
