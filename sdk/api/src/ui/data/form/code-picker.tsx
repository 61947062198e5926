import { useState, type Ref } from 'react'
import { useT } from '../../i18n/use-t.js'
import type { FieldIds } from '../../parts/field.js'
import { Combobox } from '../pick/combobox.js'
import { codeName } from './code-name.js'
import { countries, currencies, findCodes } from './regions.js'

export interface CodePickerProps {
  type: 'country' | 'currency'
  ids: FieldIds
  /** The code, or empty. */
  value: string
  onChange(code: string): void
  onBlur?(): void
  inputRef?: Ref<HTMLInputElement>
  disabled?: boolean
  autoFocus?: boolean
}

/** A country or a currency, found by name or code. */
export function CodePicker({ type, value, onChange, ...rest }: CodePickerProps) {
  const { language } = useT()
  const [query, setQuery] = useState('')
  const all = type === 'country' ? countries(language) : currencies(language)
  const label = codeName(type === 'country' ? 'region' : 'currency', value, language)
  const options = findCodes(all, query).map((one) => ({ ...one, second: one.id }))
  return (
    <Combobox
      {...rest}
      value={value ? { id: value, label } : null}
      options={options}
      onQuery={setQuery}
      onChange={(option) => onChange(option?.id ?? '')}
    />
  )
}
