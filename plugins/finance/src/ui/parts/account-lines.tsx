import { Button } from '@mui/material'
import { useState } from 'react'
import { Link } from 'react-router'
import { DateText, ErrorState, Money, SkeletonLines, useFormat, usePhone, useT } from '@innoerp/sdk/ui'
import { difference, minorUnits } from '../../shared/amount.js'
import type { Account } from '../../shared/account.js'
import type { AccountLine } from '../../shared/entry.js'
import { useAccountLines } from '../finance-api.js'
import { Amount } from './amount.js'
import styles from './figures.module.css'

const PAGE = 50
/** As many as the API gives at once. */
const MAX_LIMIT = 200

interface LinesProps {
  lines: readonly AccountLine[]
}

/** What was posted on an account, the latest first, each line with the balance up to it. */
export function AccountLines({ account }: { account: Account }) {
  const t = useT()
  const phone = usePhone()
  const [limit, setLimit] = useState(PAGE)
  const { data, error, refetch } = useAccountLines(account.id, { skip: 0, limit })
  if (error) return <ErrorState error={error} title={t('account.linesNotLoaded')} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines rows={3} />
  if (data.items.length === 0) return <p className="io-section io-cap">{t('account.noLines')}</p>
  return (
    <>
      {phone ? <PhoneLines lines={data.items} /> : <Table lines={data.items} />}
      {(data.total ?? 0) > data.items.length && limit < MAX_LIMIT && (
        <Button variant="text" size="small" onClick={() => setLimit(Math.min(limit + PAGE, MAX_LIMIT))}>
          {t('account.moreLines')}
        </Button>
      )}
    </>
  )
}

function Table({ lines }: LinesProps) {
  const t = useT()
  return (
    <div className={`io-scroll-x ${styles.box}`}>
      <table className={`io-table ${styles.table}`} aria-label={t('account.lines')}>
        <Head />
        <tbody>
          {lines.map((line) => (
            <Row key={line.id} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Where there is no room for columns: what each line adds or takes, above the balance. */
function PhoneLines({ lines }: LinesProps) {
  const { date } = useFormat()
  return (
    <ul className={styles.list}>
      {lines.map(({ id, entry_id, number, date: day, description, partner, currency, debit, credit, balance }) => (
        <li key={id}>
          <span className="io-col io-grow">
            <Link className={`io-id ${styles.link}`} to={`/entries/${entry_id}`}>
              {number}
            </Link>
            <bdi className="io-cap">{[date(day), description, partner].filter(Boolean).join(' · ')}</bdi>
          </span>
          <span className="io-col io-end">
            <Money className="io-strong" sign value={difference(debit, credit)} currency={currency} digits={minorUnits(currency)} />
            <Money className="io-cap" value={balance} currency={currency} digits={minorUnits(currency)} />
          </span>
        </li>
      ))}
    </ul>
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
        <Link className={`io-id ${styles.link}`} to={`/entries/${line.entry_id}`}>
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
