import { useT } from '@innoerp/sdk/ui'
import { OutlinedInput } from '@mui/material'
import { SettingRow } from '../setting-row'

export interface CustomCssRowProps {
  value: string
  error: string | undefined
  /** What of the saved style sheet takes effect. */
  applied: readonly string[]
  onChange(value: string): void
}

/** The organization's own style sheet, and what the platform lets take effect of it. */
export function CustomCssRow({ value, error, applied, onChange }: CustomCssRowProps) {
  const t = useT()
  return (
    <SettingRow label={t('field.custom_css')} help={t('hint.custom_css')} error={error}>
      {(ids) => (
        <>
          <OutlinedInput
            fullWidth
            multiline
            minRows={4}
            maxRows={14}
            value={value}
            onChange={({ target }) => onChange(target.value)}
            inputProps={{ ...ids, maxLength: 20_000, spellCheck: false, dir: 'ltr', className: 'io-mono' }}
          />
          <div className="io-hint">{t('branding.applied', { count: applied.length })}</div>
          {applied.length > 0 && <pre className="io-mono pages-css">{applied.join('\n')}</pre>}
        </>
      )}
    </SettingRow>
  )
}
