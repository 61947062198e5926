import type { FieldIds, Translate } from '@innoerp/sdk/ui'
import { MenuItem, Select, Switch } from '@innoerp/sdk/ui/mui'
import { OutlinedInput } from '@mui/material'
import { SettingRow } from '../setting-row'
import type { SettingField, SettingInput as Input } from './setting-field'

export interface SettingInputProps {
  field: SettingField
  value: Input
  error?: string | undefined
  /** The labels of the module. */
  words: Translate
  /** Of the page: what the default is called. */
  t: Translate
  onChange(input: Input): void
}

/** A module names its settings in its locales (`settings.<name>.label`, `.hint`, `.option.<value>`); else its schema does. */
const wordOf = (words: Translate, key: string, otherwise: string) => (words.has(key) ? words(key) : otherwise)

/** One setting with the input of its kind. */
export function SettingInput({ field, value, error, words, t, onChange }: SettingInputProps) {
  const { name, schema, kind } = field
  const option = (choice: unknown) => wordOf(words, `settings.${name}.option.${String(choice)}`, String(choice))
  const standard = schema.default === undefined || typeof schema.default === 'boolean' ? '' : t('moduleSettings.standard', { value: kind === 'choice' ? option(schema.default) : String(schema.default) })
  const hint = wordOf(words, `settings.${name}.hint`, schema.description ?? '')
  const label = wordOf(words, `settings.${name}.label`, schema.title ?? name)
  const help = [hint, standard].filter(Boolean).join(' ')
  return (
    <SettingRow label={label} error={error} {...(help && { help })}>
      {(ids) => <Control field={field} value={value} ids={ids} label={label} option={option} onChange={onChange} />}
    </SettingRow>
  )
}

interface ControlProps extends Pick<SettingInputProps, 'field' | 'value' | 'onChange'> {
  ids: FieldIds
  label: string
  option(choice: unknown): string
}

const TYPES: Readonly<Record<string, string>> = { date: 'date', time: 'time', email: 'email', uri: 'url' }

function Control({ field: { kind, schema, required }, value, ids, label, option, onChange }: ControlProps) {
  if (kind === 'yesno') {
    return <Switch checked={value === true} onChange={(event) => onChange(event.target.checked)} slotProps={{ input: ids }} />
  }
  const invalid = ids['aria-invalid'] === true
  if (kind === 'choice') {
    return (
      <Select
        value={String(value)}
        onChange={(event) => onChange(event.target.value)}
        displayEmpty
        error={invalid}
        SelectDisplayProps={{ ...ids, 'aria-label': label }}
      >
        {!required && schema.default === undefined && <MenuItem value="">–</MenuItem>}
        {(schema.enum ?? []).map((choice) => (
          <MenuItem key={String(choice)} value={String(choice)}>
            {option(choice)}
          </MenuItem>
        ))}
      </Select>
    )
  }
  return (
    <OutlinedInput
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={invalid}
      type={TYPES[schema.format ?? ''] ?? 'text'}
      inputProps={{ ...ids, autoComplete: 'off', ...(kind === 'number' && { inputMode: 'decimal' }) }}
    />
  )
}
