import { IconButton, useT } from '@innoerp/sdk/ui'
import { MenuItem, Select } from '@innoerp/sdk/ui/mui'
import { Button, InputAdornment, OutlinedInput } from '@mui/material'
import { Plus, X } from 'lucide-react'
import { OrganizationsPicker, type Reachable } from './organizations-picker'
import { MOST_WAVES, percentOf, type WaveDraft } from './wave-draft'

export interface WavesFieldProps {
  waves: readonly WaveDraft[]
  reachable: Reachable
  onChange(waves: WaveDraft[]): void
}

/** The waves of a rollout in their order: named organizations or a share of all. */
export function WavesField({ waves, reachable, onChange }: WavesFieldProps) {
  const t = useT()
  const change = (wave: WaveDraft) => onChange(waves.map((one) => (one.key === wave.key ? wave : one)))
  const add = () => onChange([...waves, { key: Math.max(0, ...waves.map(({ key }) => key)) + 1, kind: 'percent', organizations: [], percent: '100' }])
  return (
    <fieldset className="pages-waves">
      <legend className="io-label">{t('rollout.waves')}</legend>
      <ol>
        {waves.map((wave, index) => (
          <li key={wave.key} className="pages-wave">
            <WaveEditor wave={wave} number={index + 1} reachable={reachable} onChange={change} />
            <IconButton
              small
              label={t('rollout.removeWave', { wave: index + 1 })}
              disabled={waves.length === 1}
              onClick={() => onChange(waves.filter(({ key }) => key !== wave.key))}
            >
              <X size={15} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ol>
      <Button variant="text" size="small" startIcon={<Plus size={15} />} disabled={waves.length >= MOST_WAVES} onClick={add}>
        {t('rollout.addWave')}
      </Button>
    </fieldset>
  )
}

interface WaveEditorProps {
  wave: WaveDraft
  number: number
  reachable: Reachable
  onChange(wave: WaveDraft): void
}

function WaveEditor({ wave, number, reachable, onChange }: WaveEditorProps) {
  const t = useT()
  const name = t('rollout.wave', { wave: number })
  return (
    <>
      <span className="io-strong io-dense pages-wave-name">{name}</span>
      <Select
        size="small"
        value={wave.kind}
        onChange={({ target }) => onChange({ ...wave, kind: target.value })}
        inputProps={{ 'aria-label': t('rollout.waveKind', { wave: number }) }}
      >
        <MenuItem value="percent">{t('rollout.percent')}</MenuItem>
        <MenuItem value="organizations">{t('rollout.organizations')}</MenuItem>
      </Select>
      {wave.kind === 'percent' ? (
        <OutlinedInput
          size="small"
          className="pages-percent"
          value={wave.percent}
          error={percentOf(wave.percent) === undefined}
          onChange={({ target }) => onChange({ ...wave, percent: target.value })}
          inputProps={{ 'aria-label': t('rollout.percentOf', { wave: number }), inputMode: 'decimal', className: 'io-figure-input', autoComplete: 'off' }}
          endAdornment={<InputAdornment position="end">%</InputAdornment>}
        />
      ) : (
        <OrganizationsPicker
          label={t('rollout.organizationsOf', { wave: number })}
          reachable={reachable}
          value={wave.organizations}
          onChange={(organizations) => onChange({ ...wave, organizations })}
        />
      )}
    </>
  )
}
