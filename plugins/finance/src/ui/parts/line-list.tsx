import { Money, RecordName, useT } from '@innoerp/sdk/ui'
import { isZero, minorUnits } from '../../shared/amount.js'
import type { EntryDocument } from '../../shared/entry.js'
import { accountKind } from '../kinds.js'
import styles from './figures.module.css'

/** The lines of an entry where there is no room for columns. */
export function LineList({ entry: { lines, currency } }: { entry: EntryDocument }) {
  const t = useT()
  if (lines.length === 0) return <p className="io-cap">{t('entry.noLines')}</p>
  return (
    <ul className={styles.list}>
      {lines.map((line, index) => {
        const side = isZero(line.debit) ? 'credit' : 'debit'
        return (
          <li key={index}>
            <span className="io-col io-grow">
              <RecordName kind={accountKind} id={line.account_id} />
              <bdi className="io-cap">{[line.description, line.partner].filter(Boolean).join(' · ')}</bdi>
            </span>
            <span className="io-col io-end">
              <Money className="io-strong" value={line[side]} currency={currency} digits={minorUnits(currency)} />
              <span className="io-cap">{t(`field.${side}`)}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
