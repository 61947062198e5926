import { optionLabel, useT } from '@innoerp/sdk/ui'
import { MenuItem, Select } from '@innoerp/sdk/ui/mui'
import { useId } from 'react'
import { SettingRow } from '../setting-row'

export interface ChoiceRowProps {
  /** Key of `field.<name>` and of `option.<name>.<value>`. */
  name: string
  options: readonly string[]
  help?: string
  /** The options are their own words. */
  plain?: boolean
  value: string
  onChange(value: string): void
}

/** A line of the settings with one of a few choices. */
export function ChoiceRow({ name, options, help, plain = false, value, onChange }: ChoiceRowProps) {
  const t = useT()
  const label = useId()
  return (
    <SettingRow label={t(`field.${name}`)} {...(help !== undefined && { help })}>
      <span id={label} className="io-sr">
        {t(`field.${name}`)}
      </span>
      <Select fullWidth labelId={label} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((option) => (
          <MenuItem key={option} value={option}>
            {plain ? option : optionLabel(t, name, option)}
          </MenuItem>
        ))}
      </Select>
    </SettingRow>
  )
}
