import { Dialog, Field, Note, useHost, useT, type ApiError } from '@innoerp/sdk/ui'
import { MenuItem, Select, Switch } from '@innoerp/sdk/ui/mui'
import { InputAdornment, OutlinedInput } from '@mui/material'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { tenantsOf, type RegisteredModule } from '../../../../clients/modules'
import { rolloutClient, type Rollout, type RolloutOrder } from '../../../../clients/rollouts'
import { tenants } from '../../../../clients/tenant'
import { refreshModules } from '../../lifecycle/use-operation'
import { rolloutPath } from '../../paths'
import { WavesField } from './waves-field'
import { budgetOf, firstWaves, orderOf } from './wave-draft'
import { DialogForm } from '../../../parts/dialog-form'

export interface NewRolloutDialogProps {
  module: RegisteredModule
  open: boolean
  onClose(): void
}

/** Sends a version out in waves. */
export function NewRolloutDialog({ module, open, onClose }: NewRolloutDialogProps) {
  const titleId = useId()
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog pages-wide-dialog' } }}>
      <Content module={module} titleId={titleId} onClose={onClose} />
    </Dialog>
  )
}

function useCreate(module: RegisteredModule, onClose: () => void) {
  const { api } = useHost()
  const navigate = useNavigate()
  const queries = useQueryClient()
  return useMutation<Rollout, ApiError, RolloutOrder>({
    mutationFn: (order) => rolloutClient(api).create(module.id, order),
    onSuccess: async (rollout) => {
      onClose()
      void refreshModules(queries)
      await navigate(rolloutPath(module.id, rollout.id))
    },
  })
}

function Content({ module, titleId, onClose }: { module: RegisteredModule; titleId: string; onClose(): void }) {
  const t = useT()
  const versions = module.versions.filter(({ state }) => state === 'active').map(({ version }) => version)
  const [version, setVersion] = useState(versions[0] ?? '')
  const [waves, setWaves] = useState(firstWaves)
  const [budget, setBudget] = useState('1')
  const [enables, setEnables] = useState(false)
  const reachable = useMemo(() => (enables ? tenants : tenantsOf(module.id)), [enables, module.id])
  const create = useCreate(module, onClose)
  const orders = waves.map(orderOf).filter((order) => order !== undefined)
  const share = budgetOf(budget)
  const ready = version !== '' && share !== undefined && orders.length === waves.length
  return (
    <DialogForm
      titleId={titleId}
      title={t('rollout.newTitle', { name: module.module_name })}
      verb={t('rollout.start')}
      busy={create.isPending}
      ready={ready}
      error={create.error}
      onSubmit={() => create.mutate({ version, waves: orders, enables, ...(share !== null && { error_budget: share }) })}
      onClose={onClose}
    >
      <p className="io-t2 io-dense">{t('rollout.newText')}</p>
      {versions.length === 0 && <Note tone="warning">{t('rollout.noVersion')}</Note>}
      <div className="io-form-row" data-count="2">
        <VersionField version={version} versions={versions} onChange={setVersion} />
        <BudgetField value={budget} isWrong={share === undefined} onChange={setBudget} />
      </div>
      <EnablesField value={enables} onChange={setEnables} />
      <WavesField waves={waves} reachable={reachable} onChange={setWaves} />
    </DialogForm>
  )
}

function VersionField({ version, versions, onChange }: { version: string; versions: readonly string[]; onChange(version: string): void }) {
  const t = useT()
  return (
    <Field label={t('field.version')} hint={t('rollout.versionHint')}>
      {({ id }, labelId) => (
        <Select fullWidth id={id} labelId={labelId} value={version} onChange={({ target }) => onChange(target.value)}>
          {versions.map((one) => (
            <MenuItem key={one} value={one}>
              {one}
            </MenuItem>
          ))}
        </Select>
      )}
    </Field>
  )
}

function EnablesField({ value, onChange }: { value: boolean; onChange(value: boolean): void }) {
  const t = useT()
  const id = useId()
  return (
    <div className="io-row io-gap-12 io-dense">
      <Switch checked={value} onChange={({ target }) => onChange(target.checked)} slotProps={{ input: { 'aria-labelledby': id } }} />
      <span className="io-col">
        <span className="io-strong" id={id}>
          {t('rollout.enables')}
        </span>
        <span className="io-cap">{t('rollout.enablesText')}</span>
      </span>
    </div>
  )
}

function BudgetField({ value, isWrong, onChange }: { value: string; isWrong: boolean; onChange(text: string): void }) {
  const t = useT()
  return (
    <Field label={t('rollout.budget')} hint={t('rollout.budgetHint')} error={isWrong ? t('rollout.budgetWrong') : undefined} optional>
      {(ids) => (
        <OutlinedInput
          fullWidth
          value={value}
          error={isWrong}
          onChange={({ target }) => onChange(target.value)}
          inputProps={{ ...ids, inputMode: 'decimal', className: 'io-figure-input', autoComplete: 'off' }}
          endAdornment={<InputAdornment position="end">%</InputAdornment>}
        />
      )}
    </Field>
  )
}
