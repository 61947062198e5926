import { OutlinedInput } from '@mui/material'
import { X } from 'lucide-react'
import { useId, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { IconButton, RecordPicker, useT } from '@innoerp/sdk/ui'
import { openAccountKind } from '../kinds.js'
import { isBlank, problemOf, type LineFields, type LineProblem } from '../line-inputs.js'
import { AmountInput } from './amount-input.js'
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
  const [left, setLeft] = useState(false)
  const problem = (left || form.tried) && !isBlank(line) ? problemOf(line, form.rules) : undefined
  const hint = useHint(problem, form, line)
  const named = (name: string) => t('line.field', { field: t(`field.${name}`), line: index + 1 })
  const leave = (event: FocusEvent<HTMLLIElement>) => !event.currentTarget.contains(event.relatedTarget) && setLeft(true)
  const keys = (event: KeyboardEvent) => {
    const plain = event.key === 'Enter' && !event.ctrlKey && !event.metaKey
    if (!plain || event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    onNext()
  }
  const text = (name: 'description' | 'partner', maxLength: number) => (
    <OutlinedInput
      className={styles[name]}
      value={line[name]}
      placeholder={t(`field.${name}`)}
      onChange={(event) => onChange({ [name]: event.target.value })}
      inputProps={{ 'aria-label': named(name), maxLength, autoComplete: 'off' }}
    />
  )
  const amount = { line, onChange, onBalance, ids: hint.ids(problem !== undefined && problem !== 'account') }
  return (
    <li className={styles.line} onBlur={leave} onKeyDown={keys}>
      <div className={styles.account}>
        <RecordPicker
          kind={openAccountKind}
          label={named('account_id')}
          placeholder={t('field.account_id')}
          ids={{ id: `${hint.id}-account`, ...hint.ids(problem === 'account') }}
          value={line.account_id}
          onChange={(account_id) => onChange({ account_id })}
        />
      </div>
      {text('description', 300)}
      {text('partner', 200)}
      <AmountInput {...amount} side="debit" label={named('debit')} />
      <AmountInput {...amount} side="credit" label={named('credit')} />
      <span className={styles.remove}>
        <IconButton small label={t('line.remove', { line: index + 1 })} onClick={onRemove}>
          <X size={16} />
        </IconButton>
      </span>
      {hint.shown}
    </li>
  )
}

/** What is said about a line, below it, and how its inputs refer to it. */
function useHint(problem: LineProblem | undefined, { rules, currency, foundInLines }: EntryForm, { key }: LineFields) {
  const t = useT()
  const id = useId()
  const message = problem ? t(`line.${problem}`, { digits: rules.digits, currency }) : foundInLines.get(key)
  const ids = (wrong: boolean) => ({ 'aria-describedby': message ? id : undefined, 'aria-invalid': wrong ? (true as const) : undefined })
  const shown = message && (
    <div className={`io-hint ${styles.message}`} data-tone="bad" id={id}>
      {message}
    </div>
  )
  return { id, ids, shown }
}
