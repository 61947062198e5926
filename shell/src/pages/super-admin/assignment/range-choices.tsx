import { useT } from '@innoerp/sdk/ui'
import { MenuItem, Select } from '@innoerp/sdk/ui/mui'
import { OutlinedInput } from '@mui/material'
import { useId, type ReactNode } from 'react'
import type { RegisteredModule } from '../../../clients/modules'
import type { RangeKind } from './assignment'

/** What is chosen, and what would be if another kind were. */
export interface RangeChoice {
  kind: RangeKind
  exact: string
  range: string
}

export interface RangeChoicesProps {
  module: Pick<RegisteredModule, 'versions' | 'channels'>
  choice: RangeChoice
  labelId: string
  onChange(choice: RangeChoice): void
}

/** A channel, an exact version or a range. */
export function RangeChoices({ module, choice, labelId, onChange }: RangeChoicesProps) {
  const t = useT()
  const group = useId()
  const active = module.versions.filter(({ state }) => state === 'active').map(({ version }) => version)
  const versions = active.includes(choice.exact) || choice.exact === '' ? active : [choice.exact, ...active]
  const option = (kind: RangeKind, hint: string, extra?: ReactNode) => (
    <div className="pages-option">
      <input id={`${group}-${kind}`} className="io-radio" type="radio" name={group} checked={choice.kind === kind} onChange={() => onChange({ ...choice, kind })} />
      <label className="io-col io-grow" htmlFor={`${group}-${kind}`}>
        <span className="io-strong">{t(`pin.${kind}`)}</span>
        <span className="io-cap">{hint}</span>
      </label>
      {choice.kind === kind && extra}
    </div>
  )
  const now = (version: string | null) => (version ? t('pin.now', { version }) : t('pin.nothingNow'))
  return (
    <div className="pages-options" role="radiogroup" aria-labelledby={labelId}>
      {option('stable', now(module.channels.stable))}
      {option('beta', now(module.channels.beta))}
      {option(
        'exact',
        t('pin.exactHint'),
        <Select
          size="small"
          displayEmpty
          value={choice.exact}
          onChange={({ target }) => onChange({ ...choice, exact: target.value })}
          inputProps={{ 'aria-label': t('pin.exact') }}
        >
          {versions.map((version) => (
            <MenuItem key={version} value={version}>
              {version}
            </MenuItem>
          ))}
        </Select>,
      )}
      {option(
        'range',
        t('pin.rangeHint'),
        <OutlinedInput
          size="small"
          value={choice.range}
          onChange={({ target }) => onChange({ ...choice, range: target.value })}
          inputProps={{ 'aria-label': t('pin.range'), className: 'io-mono pages-range', dir: 'ltr', maxLength: 100, autoComplete: 'off', spellCheck: false }}
        />,
      )}
    </div>
  )
}
