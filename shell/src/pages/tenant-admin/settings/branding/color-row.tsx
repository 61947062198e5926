import { deriveBrand, useT } from '@innoerp/sdk/ui'
import { OutlinedInput } from '@mui/material'
import { SettingRow } from '../setting-row'
import presetColors from './preset-colors.json'
import { COLOR } from './presets'

export interface ColorRowProps {
  name: 'primary_color' | 'secondary_color' | 'accent_color'
  value: string
  error: string | undefined
  onChange(value: string): void
}

/** A colour as a swatch and as `#rrggbb`; says what was made of it so that everything on it can be read. */
export function ColorRow({ name, value, error, onChange }: ColorRowProps) {
  const t = useT()
  const isColor = COLOR.test(value)
  const fill = isColor ? deriveBrand(value, 'light').fill : value
  const help = isColor && fill.toLowerCase() !== value.toLowerCase() ? t('branding.adjusted', { color: fill }) : t(`hint.${name}`)
  return (
    <SettingRow label={t(`field.${name}`)} help={help} error={error}>
      {(ids) => (
        <span className="io-row io-gap-12">
          <input
            type="color"
            className="pages-swatch"
            aria-label={t('branding.pick', { name: t(`field.${name}`) })}
            value={isColor ? value : presetColors.base[name]}
            onChange={({ target }) => onChange(target.value)}
          />
          <OutlinedInput
            value={value}
            error={error !== undefined}
            onChange={({ target }) => onChange(target.value)}
            inputProps={{ ...ids, maxLength: 7, spellCheck: false, dir: 'ltr', className: 'io-mono' }}
          />
        </span>
      )}
    </SettingRow>
  )
}
