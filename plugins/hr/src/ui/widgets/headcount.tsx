import { ErrorState, Meter, SkeletonLines, useFormat, useT } from '@innoerp/sdk/ui'
import { useHeadcount } from '../hr-api.js'
import styles from './headcount.module.css'

/** Departments shown; the rest stand together below them. */
const SHOWN = 5

interface Bar {
  id: string
  name: string
  employees: number
}

/** For a dashboard: how many people work in each department. */
export default function Headcount() {
  const t = useT()
  const format = useFormat()
  const { data, error, refetch } = useHeadcount()
  if (error) return <ErrorState error={error} title={t('employee.notLoaded')} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines rows={4} />
  if (data.total === 0) return <p className="io-cap">{t('employee.empty')}</p>
  const bars = data.items.map(({ department_id, name, employees }): Bar => ({ id: department_id ?? '', name: name ?? t('department.without'), employees }))
  const rest = bars.slice(SHOWN).reduce((sum, { employees }) => sum + employees, 0)
  const shown = rest > 0 ? [...bars.slice(0, SHOWN), { id: 'rest', name: t('widget.others'), employees: rest }] : bars
  return (
    <>
      <p className={styles.total}>{t('employee.count', { count: data.total })}</p>
      <ul className={styles.bars}>
        {shown.map(({ id, name, employees }) => (
          <li key={id}>
            <span className="io-row">
              <bdi className="io-grow io-trunc">{name}</bdi>
              <span className="io-num">{format.number(employees)}</span>
            </span>
            <Meter value={employees} limit={data.total} label={name} />
          </li>
        ))}
      </ul>
    </>
  )
}
