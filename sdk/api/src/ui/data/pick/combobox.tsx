import { OutlinedInput } from '@mui/material'
import type { ReactNode, Ref } from 'react'
import { lazyPart, usePart } from '../../host/use-part.js'
import type { FieldIds } from '../../parts/field.js'
import type { ComboOption } from './combo-option.js'

/** Lists of choices are fetched with the first form or filter that has one. */
export const comboPart = lazyPart(() => import('./combo-content.js'))

export interface ComboboxProps {
  ids?: FieldIds
  /** Names the input where no label stands above it. */
  label?: string
  value: ComboOption | null
  /** What fits `onQuery`'s last text. */
  options: readonly ComboOption[]
  loading?: boolean
  /** Told with every key, and with '' when the list closes. */
  onQuery(text: string): void
  /** Null: the value was cleared. */
  onChange(option: ComboOption | null): void
  onBlur?(): void
  placeholder?: string
  inputRef?: Ref<HTMLInputElement>
  disabled?: boolean
  autoFocus?: boolean
  /** Under the options, e.g. what creates a new one. */
  footer?: ReactNode
}

/** An input that finds one of many (ARIA combobox with a listbox). */
export function Combobox(props: ComboboxProps) {
  const part = usePart(comboPart, true)
  return part ? <part.ComboContent {...props} /> : <OutlinedInput fullWidth disabled value={props.value?.label ?? ''} inputProps={props.ids ?? {}} />
}
