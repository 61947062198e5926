import { ErrorState, Facts, Money, SkeletonLines, useFormat, useT } from '@innoerp/sdk/ui'
import { difference, minorUnits, sumOf } from '../../shared/amount.js'
import type { AccountType } from '../../shared/account.js'
import type { TrialBalance } from '../../shared/trial-balance.js'
import { useTrialBalance } from '../finance-api.js'
import { periodOf } from '../periods.js'
import { todayIn } from '../words.js'

/** Credit less debit of all accounts of a type. */
const earned = ({ rows }: TrialBalance, type: AccountType): string => difference('0', sumOf(rows.filter(({ account }) => account.type === type).map(({ balance }) => balance)))

/** For a dashboard: what came in and went out this month. */
export default function MonthResult() {
  const t = useT()
  const { settings } = useFormat()
  const { data, error, refetch } = useTrialBalance(periodOf('month', todayIn(settings.timeZone)))
  if (error) return <ErrorState error={error} title={t('balance.notLoaded')} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines rows={3} />
  const [income, expense] = [earned(data, 'income'), earned(data, 'expense')]
  const money = (value: string, className?: string) => <Money value={value} currency={data.currency} digits={minorUnits(data.currency)} {...(className && { className })} />
  return (
    <Facts
      items={[
        { label: t('widget.income'), value: money(income) },
        { label: t('widget.expense'), value: money(difference('0', expense)) },
        { label: t('widget.result'), value: money(sumOf([income, expense]), 'io-strong') },
      ]}
    />
  )
}
