import { OutlinedInput } from '@mui/material'
import { useT, type FieldIds } from '@innoerp/sdk/ui'
import type { LineFields, Side } from '../line-inputs.js'
import styles from './entry-form.module.css'

export interface AmountInputProps {
  line: LineFields
  side: Side
  /** Names the input. */
  label: string
  ids: Omit<FieldIds, 'id'>
  onChange(changed: Partial<LineFields>): void
  /** Fills in the amount that is missing. */
  onBalance(): void
}

/** One side of a line: writing in it clears the other one, and `=` fills in what is missing. */
export function AmountInput({ line, side, label, ids, onChange, onBalance }: AmountInputProps) {
  const t = useT()
  const other: Side = side === 'debit' ? 'credit' : 'debit'
  return (
    <OutlinedInput
      className={styles[side]}
      value={line[side]}
      error={ids['aria-invalid'] === true}
      placeholder={t(`field.${side}`)}
      onChange={(event) => onChange({ [side]: event.target.value, ...(event.target.value.trim() && { [other]: '' }) })}
      onKeyDown={(event) => {
        if (event.key !== '=') return
        event.preventDefault()
        onBalance()
      }}
      inputProps={{ ...ids, 'aria-label': label, inputMode: 'decimal', autoComplete: 'off', className: 'io-figure-input' }}
    />
  )
}
