import { OutlinedInput } from '@mui/material'
import { X } from 'lucide-react'
import { useId, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { IconButton, RecordPicker, useT } from '@innoerp/sdk/ui'
import { openAccountKind } from '../kinds.js'
import { isBlank, problemOf, type LineFields, type Side } from '../line-inputs.js'
import styles from './entry-form.module.css'
import type { EntryForm } from './use-entry-form.js'

export interface LineRowProps {
  /** From 0. */
  index: number
  line: LineFields
  form: EntryForm
  onChange(changed: Partial<LineFields>): void
  /** Fills in the amount that is missing. */
  onBalance(): void
  onNext(): void
  onRemove(): void
}

/** One line in the making. What is wrong with it is said once it was left. */
export function LineRow({ index, line, form, onChange, onBalance, onNext, onRemove }: LineRowProps) {
  const t = useT()
  const hintId = useId()
  const [left, setLeft] = useState(false)
  const problem = (left || form.tried) && !isBlank(line) ? problemOf(line, form.rules) : undefined
  const message = problem ? t(`line.${problem}`, { digits: form.rules.digits, currency: form.currency }) : form.foundInLines.get(line.key)
  const named = (name: string) => t('line.field', { field: t(`field.${name}`), line: index + 1 })
  const ids = (wrong: boolean) => ({ 'aria-describedby': message ? hintId : undefined, 'aria-invalid': wrong ? (true as const) : undefined })
  const leave = (event: FocusEvent<HTMLLIElement>) => !event.currentTarget.contains(event.relatedTarget) && setLeft(true)
  const keys = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLInputElement)) return
    if (event.key !== 'Enter') return
    event.preventDefault()
    onNext()
  }
  const text = (name: 'description' | 'partner', maxLength: number) => (
    <OutlinedInput className={styles[name]} value={line[name]} placeholder={t(`field.${name}`)} onChange={(event) => onChange({ [name]: event.target.value })} inputProps={{ 'aria-label': named(name), maxLength, autoComplete: 'off' }} />
  )
  const amount = (side: Side, other: Side) => (
    <OutlinedInput
      className={styles[side]}
      value={line[side]}
      error={problem !== undefined && problem !== 'account'}
      placeholder={t(`field.${side}`)}
      onChange={(event) => onChange({ [side]: event.target.value, ...(event.target.value.trim() && { [other]: '' }) })}
      onKeyDown={(event) => {
        if (event.key !== '=') return
        event.preventDefault()
        onBalance()
      }}
      inputProps={{ 'aria-label': named(side), inputMode: 'decimal', autoComplete: 'off', className: 'io-figure-input', ...ids(problem !== undefined && problem !== 'account') }}
    />
  )
  return (
    <li className={styles.line} onBlur={leave} onKeyDown={keys}>
      <div className={styles.account}>
        <RecordPicker kind={openAccountKind} label={named('account_id')} placeholder={t('field.account_id')} ids={{ id: `${hintId}-account`, ...ids(problem === 'account') }} value={line.account_id} onChange={(account_id) => onChange({ account_id })} />
      </div>
      {text('description', 300)}
      {text('partner', 200)}
      {amount('debit', 'credit')}
      {amount('credit', 'debit')}
      <span className={styles.remove}>
        <IconButton small label={t('line.remove', { line: index + 1 })} onClick={onRemove}>
          <X size={16} />
        </IconButton>
      </span>
      {message && (
        <div className={`io-hint ${styles.message}`} data-tone="bad" id={hintId}>
          {message}
        </div>
      )}
    </li>
  )
}
