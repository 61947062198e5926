import { Link } from 'react-router'
import { RecordName, useT } from '@innoerp/sdk/ui'
import type { EntryDocument, Line } from '../../shared/entry.js'
import { accountKind } from '../kinds.js'
import { Amount } from './amount.js'
import styles from './figures.module.css'

/** The lines of an entry with the sums of both sides. */
export function LinesTable({ entry: { lines, currency, total_debit, total_credit } }: { entry: EntryDocument }) {
  const t = useT()
  return (
    <div className={`io-scroll-x ${styles.box}`}>
      <table className={`io-table ${styles.table}`} aria-label={t('entry.lines')}>
        <Head />
        <tbody>
          {lines.map((line, index) => (
            <Row key={index} line={line} currency={currency} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('entry.total', { currency })}
            </th>
            <td data-align="end">
              <Amount value={total_debit} currency={currency} />
            </td>
            <td data-align="end">
              <Amount value={total_credit} currency={currency} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Head() {
  const t = useT()
  return (
    <thead>
      <tr>
        <th>{t('field.account_id')}</th>
        <th>{t('field.description')}</th>
        <th className={styles.figure} data-align="end">
          {t('field.debit')}
        </th>
        <th className={styles.figure} data-align="end">
          {t('field.credit')}
        </th>
      </tr>
    </thead>
  )
}

const Row = ({ line, currency }: { line: Line; currency: string }) => (
  <tr>
    <td className={styles.words}>
      <Link className={styles.link} to={`/accounts/${line.account_id}`}>
        <RecordName kind={accountKind} id={line.account_id} />
      </Link>
    </td>
    <td className={styles.words}>
      <div className="io-col">
        {line.description && <bdi>{line.description}</bdi>}
        {line.partner && <bdi className="io-cap">{line.partner}</bdi>}
      </div>
    </td>
    <td data-align="end">
      <Amount quiet value={line.debit} currency={currency} />
    </td>
    <td data-align="end">
      <Amount quiet value={line.credit} currency={currency} />
    </td>
  </tr>
)
