import { Link } from 'react-router'
import { optionLabel, useT } from '@innoerp/sdk/ui'
import { ACCOUNT_TYPES, type AccountType } from '../../shared/account.js'
import type { TrialBalance, TrialBalanceRow } from '../../shared/trial-balance.js'
import { accountTitle } from '../kinds.js'
import { Amount } from '../parts/amount.js'
import styles from '../parts/figures.module.css'

const FIGURES = ['debit', 'credit', 'balance'] as const

/** The statement: accounts by what they count, and the totals, which are equal. */
export function BalanceTable({ report: { rows, totals, currency } }: { report: TrialBalance }) {
  const t = useT()
  const types = ACCOUNT_TYPES.filter((type) => rows.some(({ account }) => account.type === type))
  return (
    <div className="io-card io-scroll-x">
      <table className={`io-table ${styles.table}`} aria-label={t('nav.trialBalance')}>
        <thead>
          <tr>
            <th>{t('balance.head', { currency })}</th>
            {FIGURES.map((name) => (
              <th key={name} className={styles.figure} data-align="end">
                {t(`field.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        {types.map((type) => (
          <TypeRows key={type} type={type} rows={rows.filter(({ account }) => account.type === type)} currency={currency} />
        ))}
        <tfoot>
          <tr>
            <th scope="row">{t('balance.total')}</th>
            <td data-align="end">
              <Amount value={totals.debit} currency={currency} />
            </td>
            <td data-align="end">
              <Amount value={totals.credit} currency={currency} />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

interface TypeRowsProps {
  type: AccountType
  rows: readonly TrialBalanceRow[]
  currency: string
}

function TypeRows({ type, rows, currency }: TypeRowsProps) {
  const t = useT()
  return (
    <tbody>
      <tr className={styles.group}>
        <th scope="rowgroup" colSpan={4}>
          {optionLabel(t, 'type', type)}
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.account.id}>
          <td className={styles.words}>
            <Link className={styles.link} to={`/accounts/${row.account.id}`}>
              {accountTitle(row.account)}
            </Link>
          </td>
          {FIGURES.map((name) => (
            <td key={name} data-align="end">
              <Amount quiet={name !== 'balance'} value={row[name]} currency={currency} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}
