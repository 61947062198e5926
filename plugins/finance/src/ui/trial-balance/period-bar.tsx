import { OutlinedInput } from '@mui/material'
import { Tabs, useT } from '@innoerp/sdk/ui'
import { nameOf, periodOf, PERIODS, type Period } from '../periods.js'
import styles from './period-bar.module.css'

export interface PeriodBarProps {
  period: Period
  /** `YYYY-MM-DD`. */
  today: string
  onChange(period: Period): void
}

/** Chooses the days of a report: a period with a name, or any two days. */
export function PeriodBar({ period, today, onChange }: PeriodBarProps) {
  const t = useT()
  const names = PERIODS.map((id) => ({ id, label: t(`period.${id}`) }))
  const day = (end: keyof Period) => (
    <OutlinedInput
      type="date"
      value={period[end] ?? ''}
      onChange={(event) => onChange({ ...period, [end]: event.target.value })}
      inputProps={{ 'aria-label': t(`period.${end}`) }}
    />
  )
  return (
    <div className={styles.bar}>
      <Tabs items={names} value={nameOf(period, today) ?? ''} onChange={(id) => onChange(periodOf(PERIODS.find((name) => name === id) ?? 'all', today))} label={t('period.label')} />
      <div className="io-row">
        {day('from')}
        <span aria-hidden>–</span>
        {day('to')}
      </div>
    </div>
  )
}
