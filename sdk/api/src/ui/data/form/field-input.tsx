import { InputAdornment, OutlinedInput } from '@mui/material'
import type { Ref } from 'react'
import { useT } from '../../i18n/use-t.js'
import { MenuItem, Select } from '../../mui/index.js'
import { DateInput } from '../../parts/date-input.js'
import type { FieldIds } from '../../parts/field.js'
import { optionLabel } from '../list/labels.js'
import { personKind } from '../pick/people.js'
import { RecordPicker } from '../pick/record-picker.js'
import { CodePicker } from './code-picker.js'
import { choicesOf, type FormField } from './fields.js'
import type { FieldKind } from './form-spec.js'
import { isFigure } from './values.js'

export interface FieldInputProps {
  field: FormField
  ids: FieldIds
  labelId: string
  value: string
  onChange(value: string): void
  onBlur?(): void
  inputRef?: Ref<HTMLInputElement>
  disabled?: boolean
  autoFocus?: boolean
  /** ISO 4217, shown at the end of an amount. */
  currency?: string
}

const TYPES: Readonly<Partial<Record<FieldKind, string>>> = { email: 'email', phone: 'tel' }

/** The input of a field, by its kind. Yes and no has its own: `YesNoField`. */
export function FieldInput(props: FieldInputProps) {
  const { field, ids, value, onChange, onBlur, inputRef, disabled = false, autoFocus = false } = props
  const { kind, options } = field
  const common = { ids, value, disabled, autoFocus, ...(onBlur && { onBlur }), ...(inputRef && { inputRef }) }
  if (kind === 'choice') return <ChoiceInput {...props} />
  if (kind === 'country' || kind === 'currency') return <CodePicker {...common} type={kind} onChange={onChange} />
  if (kind === 'person' || kind === 'record') {
    return <RecordPicker {...common} kind={options.of ?? personKind} value={value || null} onChange={(id) => onChange(id ?? '')} />
  }
  if (kind === 'date') return <DateInput {...common} onChange={onChange} />
  return <TextInput {...props} />
}

function TextInput({ field, ids, value, onChange, onBlur, inputRef, disabled, autoFocus, currency }: FieldInputProps) {
  const { kind, options } = field
  const unit = options.unit ?? (kind === 'money' ? currency : undefined)
  const figure = isFigure(field)
  return (
    <OutlinedInput
      fullWidth
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
      inputRef={inputRef}
      disabled={disabled}
      autoFocus={autoFocus}
      error={ids['aria-invalid'] === true}
      type={TYPES[kind] ?? 'text'}
      multiline={kind === 'multiline'}
      minRows={kind === 'multiline' ? (options.lines ?? 4) : undefined}
      endAdornment={unit && <InputAdornment position="end">{unit}</InputAdornment>}
      inputProps={{
        ...ids,
        autoComplete: 'off',
        ...(figure && { inputMode: 'decimal', className: 'io-figure-input' }),
        ...((kind === 'phone' || kind === 'email' || kind === 'url') && { dir: value ? 'ltr' : 'auto' }),
        ...(kind === 'url' && { inputMode: 'url' }),
      }}
    />
  )
}

/** Says that nothing is chosen; an empty value would leave the menu's item without height. */
const NO_CHOICE = '–'

function ChoiceInput({ field, ids, labelId, value, onChange, onBlur, inputRef, disabled, autoFocus }: FieldInputProps) {
  const t = useT()
  return (
    <Select
      fullWidth
      displayEmpty
      labelId={labelId}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
      inputRef={inputRef}
      disabled={disabled}
      autoFocus={autoFocus}
      error={ids['aria-invalid'] === true}
      SelectDisplayProps={{ id: ids.id, 'aria-describedby': ids['aria-describedby'], 'aria-invalid': ids['aria-invalid'] }}
    >
      {(field.optional || value === '') && <MenuItem value="">{NO_CHOICE}</MenuItem>}
      {choicesOf(field.schema).map((choice) => (
        <MenuItem key={choice} value={choice}>
          {optionLabel(t, field.name, choice)}
        </MenuItem>
      ))}
    </Select>
  )
}
