import { Combobox, type FieldIds } from '@innoerp/sdk/ui'
import { useMemo, useState } from 'react'
import type { Choice } from '../../../page/regions'

export interface ChoicePickerProps {
  ids: FieldIds
  value: string
  choices: readonly Choice[]
  onChange(value: string): void
}

/** Choices whose code or words hold the query; what begins with it comes first. */
export function findChoices(choices: readonly Choice[], query: string): readonly Choice[] {
  const text = query.trim().toLocaleLowerCase()
  if (!text) return choices
  const starts = ({ value, label }: Choice) => value.toLowerCase().startsWith(text) || label.toLocaleLowerCase().startsWith(text)
  const holds = ({ value, label }: Choice) => value.toLowerCase().includes(text) || label.toLocaleLowerCase().includes(text)
  return [...choices.filter(starts), ...choices.filter((choice) => !starts(choice) && holds(choice))]
}

/** One of many, found by typing; it always has a value. */
export function ChoicePicker({ ids, value, choices, onChange }: ChoicePickerProps) {
  const [query, setQuery] = useState('')
  const options = useMemo(() => findChoices(choices, query).map((choice) => ({ id: choice.value, label: choice.label })), [choices, query])
  const label = choices.find((choice) => choice.value === value)?.label ?? value
  return <Combobox ids={ids} value={{ id: value, label }} options={options} onQuery={setQuery} onChange={(option) => option && onChange(option.id)} />
}
