import { Button } from '@mui/material'
import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { useFormat, useT } from '@innoerp/sdk/ui'
import { isZero } from '../../shared/amount.js'
import { MAX_LINES } from '../../shared/entry.js'
import { balanced, emptyLine, type Balance, type LineFields } from '../line-inputs.js'
import styles from './entry-form.module.css'
import { LineRow } from './line-row.js'
import type { EntryForm } from './use-entry-form.js'

export interface LineEditorProps {
  form: EntryForm
  balance: Balance
}

/** The lines of an entry. Enter goes to the next line and makes it where there is none; `=` fills in what is missing. */
export function LineEditor({ form, balance }: LineEditorProps) {
  const t = useT()
  const list = useRef<HTMLOListElement>(null)
  const { lines } = form.fields
  const setLines = (next: readonly LineFields[]) => form.change({ lines: next })
  const focusLine = (index: number) =>
    // After the render that makes it.
    requestAnimationFrame(() => list.current?.children[index]?.querySelector<HTMLInputElement>('input')?.focus())
  const add = () => {
    if (lines.length >= MAX_LINES) return
    setLines([...lines, balanced(lines, emptyLine(), form.rules)])
    focusLine(lines.length)
  }
  const next = (index: number) => (index === lines.length - 1 ? add() : focusLine(index + 1))
  const remove = (index: number) => {
    setLines(lines.length > 1 ? lines.toSpliced(index, 1) : [emptyLine()])
    focusLine(Math.min(index, Math.max(lines.length - 2, 0)))
  }
  return (
    <section className={`io-card ${styles.lines}`} aria-label={t('entry.lines')}>
      <div className={styles.heads} aria-hidden>
        {['account_id', 'description', 'partner', 'debit', 'credit'].map((name) => (
          <span key={name}>{t(`field.${name}`)}</span>
        ))}
      </div>
      <ol ref={list} className={styles.list}>
        {lines.map((line, index) => (
          <LineRow
            key={line.key}
            index={index}
            line={line}
            form={form}
            onChange={(changed) => setLines(lines.with(index, { ...line, ...changed }))}
            onBalance={() => setLines(lines.with(index, balanced(lines, line, form.rules)))}
            onNext={() => next(index)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      <div className={styles.sums}>
        <Button variant="text" size="small" startIcon={<Plus size={15} />} onClick={add} disabled={lines.length >= MAX_LINES}>
          {t('line.add')}
        </Button>
        <span className="io-cap io-no-phone">{t('line.keys')}</span>
        <Sums balance={balance} form={form} />
      </div>
    </section>
  )
}

/** What both sides come to, and by how much they differ. */
function Sums({ balance: { debit, credit, off }, form }: LineEditorProps) {
  const t = useT()
  const { money } = useFormat()
  const shown = (amount: string) => money(amount, { currency: form.currency, digits: form.rules.digits })
  const even = isZero(off)
  return (
    <dl className={styles.totals} aria-live="polite">
      <dt>{t('field.debit')}</dt>
      <dd className="io-num">{shown(debit)}</dd>
      <dt>{t('field.credit')}</dt>
      <dd className="io-num">{shown(credit)}</dd>
      <dt>{t('entry.difference')}</dt>
      <dd className={`io-num io-strong ${even ? 'io-good' : 'io-warn'}`}>{shown(off)}</dd>
    </dl>
  )
}
