import { Button, OutlinedInput } from '@mui/material'
import { useId, useState, type FormEvent } from 'react'
import { isDay } from '../../format/day.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { DateInput } from '../../parts/date-input.js'
import { fieldLabel, optionLabel } from '../list/labels.js'
import type { FilterField } from '../list/filters.js'
import { RecordPicker } from '../pick/record-picker.js'

export interface FilterEditorProps {
  field: FilterField
  values: readonly string[]
  onChange(values: readonly string[]): void
  /** The editor has done its work. */
  onDone(): void
}

/** What a filter compares with, to be chosen. */
export function FilterEditor({ field, values, onChange, onDone }: FilterEditorProps) {
  const t = useT()
  const set = (next: readonly string[]) => {
    onChange(next)
    onDone()
  }
  if (field.kind === 'choice') {
    const { options, multiple } = field
    return <Choices field={field} options={options} multiple={multiple} values={values} onChange={multiple ? onChange : set} />
  }
  if (field.kind === 'yesno') return <Choices field={field} options={['true', 'false']} multiple={false} values={values} onChange={set} />
  if (field.kind === 'record') {
    return (
      <div className="io-filter-editor">
        <RecordPicker
          kind={field.of}
          label={fieldLabel(t, field.name, field.label)}
          value={values[0] ?? null}
          onChange={(id) => set(id ? [id] : [])}
          autoFocus
        />
      </div>
    )
  }
  return <TextValue field={field} value={values[0] ?? ''} onChange={(text) => set(text ? [text] : [])} />
}

interface ChoicesProps {
  field: FilterField
  options: readonly string[]
  multiple: boolean
  values: readonly string[]
  onChange(values: readonly string[]): void
}

function Choices({ field, options, multiple, values, onChange }: ChoicesProps) {
  const t = useT()
  const kit = useT(KIT)
  const toggle = (option: string) => {
    if (!multiple) return onChange([option])
    onChange(values.includes(option) ? values.filter((one) => one !== option) : [...values, option])
  }
  const words = (option: string) =>
    field.kind === 'yesno' ? kit(option === 'true' ? 'table.yes' : 'table.no') : optionLabel(t, field.name, option)
  return (
    <fieldset className="io-filter-choices">
      <legend className="io-sr">{fieldLabel(t, field.name, field.label)}</legend>
      {options.map((option, index) => (
        <label key={option} className="io-option">
          <input
            type={multiple ? 'checkbox' : 'radio'}
            className={multiple ? 'io-check' : 'io-radio'}
            name={field.name}
            checked={values.includes(option)}
            autoFocus={index === 0}
            onChange={() => toggle(option)}
          />
          {words(option)}
        </label>
      ))}
    </fieldset>
  )
}

interface TextValueProps {
  field: FilterField
  value: string
  onChange(value: string): void
}

function TextValue({ field, value, onChange }: TextValueProps) {
  const t = useT()
  const kit = useT(KIT)
  const [text, setText] = useState(value)
  const id = useId()
  const isDate = field.kind === 'date'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isDate || text === '' || isDay(text)) onChange(text.trim())
  }
  return (
    <form className="io-filter-editor" onSubmit={submit}>
      <label className="io-sr" htmlFor={id}>
        {fieldLabel(t, field.name, field.label)}
      </label>
      {isDate ? (
        <DateInput ids={{ id }} autoFocus value={text} onChange={setText} />
      ) : (
        <OutlinedInput fullWidth autoFocus id={id} value={text} onChange={(event) => setText(event.target.value)} />
      )}
      <Button type="submit" variant="contained" size="small">
        {kit('filter.apply')}
      </Button>
    </form>
  )
}
