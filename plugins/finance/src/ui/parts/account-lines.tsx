import { Button } from '@mui/material'
import { useState } from 'react'
import { Link } from 'react-router'
import { DateText, ErrorState, SkeletonLines, useT } from '@innoerp/sdk/ui'
import type { Account } from '../../shared/account.js'
import type { AccountLine } from '../../shared/entry.js'
import { useAccountLines } from '../finance-api.js'
import { Amount } from './amount.js'
import styles from './figures.module.css'

const PAGE = 50

/** What was posted on an account, the latest first, each line with the balance up to it. */
export function AccountLines({ account }: { account: Account }) {
  const t = useT()
  const [limit, setLimit] = useState(PAGE)
  const { data, error, refetch } = useAccountLines(account.id, { skip: 0, limit: Math.min(limit, 200) })
  if (error) return <ErrorState error={error} title={t('account.linesNotLoaded')} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines rows={3} />
  if (data.items.length === 0) return <p className="io-section io-cap">{t('account.noLines')}</p>
  return (
    <>
      <div className="io-scroll-x" tabIndex={0} role="region" aria-label={t('account.lines')}>
        <table className={`io-table ${styles.table}`}>
          <Head />
          <tbody>
            {data.items.map((line) => (
              <Row key={line.id} line={line} />
            ))}
          </tbody>
        </table>
      </div>
      {(data.total ?? 0) > data.items.length && limit < 200 && (
        <Button variant="text" size="small" onClick={() => setLimit(limit + PAGE)}>
          {t('account.moreLines')}
        </Button>
      )}
    </>
  )
}

function Head() {
  const t = useT()
  return (
    <thead>
      <tr>
        <th>{t('field.entry_id')}</th>
        <th className={styles.date}>{t('field.date')}</th>
        {(['debit', 'credit', 'balance'] as const).map((name) => (
          <th key={name} className={styles.figure} data-align="end">
            {t(`field.${name}`)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

const Row = ({ line }: { line: AccountLine }) => (
  <tr>
    <td className={styles.words}>
      <div className="io-col">
        <Link className="io-link io-id" to={`/entries/${line.entry_id}`}>
          {line.number}
        </Link>
        <bdi className="io-cap">{[line.description, line.partner].filter(Boolean).join(' · ')}</bdi>
      </div>
    </td>
    <td>
      <DateText value={line.date} />
    </td>
    {(['debit', 'credit', 'balance'] as const).map((name) => (
      <td key={name} data-align="end">
        <Amount quiet={name !== 'balance'} value={line[name]} currency={line.currency} />
      </td>
    ))}
  </tr>
)
