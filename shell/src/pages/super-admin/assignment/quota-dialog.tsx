import { Dialog, Field, useHost, useT } from '@innoerp/sdk/ui'
import { InputAdornment, OutlinedInput } from '@mui/material'
import { useId, useState } from 'react'
import { assignmentClient } from '../../../clients/assignments'
import type { Quota } from '../../../clients/modules'
import { useChange } from '../modules/detail/use-change'
import { QUOTAS, quotaOf, type AssignmentRow, type QuotaName } from './assignment'
import { DialogForm } from '../../parts/dialog-form'

export interface QuotaDialogProps {
  row: AssignmentRow | undefined
  open: boolean
  onClose(): void
}

/** What an organization may use of a module. */
export function QuotaDialog({ row, open, onClose }: QuotaDialogProps) {
  const titleId = useId()
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog' } }}>
      {row && <Content row={row} titleId={titleId} onClose={onClose} />}
    </Dialog>
  )
}

type Texts = Record<QuotaName, string>

const textsOf = (row: AssignmentRow) => Object.fromEntries(QUOTAS.map((name) => [name, row[name] === null ? '' : String(row[name])])) as Texts

function Content({ row, titleId, onClose }: { row: AssignmentRow; titleId: string; onClose(): void }) {
  const t = useT()
  const { api } = useHost()
  const [texts, setTexts] = useState(() => textsOf(row))
  const [checked, setChecked] = useState(false)
  const change = useChange((quota: Quota) => assignmentClient(api, row).setQuota(quota), {
    done: () => t('quota.done', { name: row.moduleName, tenant: row.organizationName }),
    onDone: onClose,
  })
  const values = Object.fromEntries(QUOTAS.map((name) => [name, quotaOf(texts[name])])) as Record<QuotaName, number | null | undefined>
  const wrong = QUOTAS.filter((name) => values[name] === undefined)
  return (
    <DialogForm
      titleId={titleId}
      title={t('quota.title', { name: row.moduleName, tenant: row.organizationName })}
      verb={t('quota.verb')}
      busy={change.isPending}
      onSubmit={() => {
        setChecked(true)
        if (wrong.length === 0) change.mutate(values as Quota)
      }}
      onClose={onClose}
    >
      <p className="io-t2 io-dense">{t('quota.text')}</p>
      {QUOTAS.map((name) => (
        <QuotaField
          key={name}
          name={name}
          value={texts[name]}
          error={checked && values[name] === undefined ? t('quota.notANumber') : undefined}
          onChange={(text) => setTexts((before) => ({ ...before, [name]: text }))}
        />
      ))}
    </DialogForm>
  )
}

interface QuotaFieldProps {
  name: QuotaName
  value: string
  error: string | undefined
  onChange(text: string): void
}

function QuotaField({ name, value, error, onChange }: QuotaFieldProps) {
  const t = useT()
  return (
    <Field label={t(`field.${name}`)} hint={t('quota.empty')} error={error} optional>
      {(ids) => (
        <OutlinedInput
          fullWidth
          value={value}
          error={error !== undefined}
          onChange={(event) => onChange(event.target.value)}
          inputProps={{ ...ids, inputMode: 'numeric', autoComplete: 'off', className: 'io-figure-input' }}
          endAdornment={name === 'storage_mb' && <InputAdornment position="end">MiB</InputAdornment>}
        />
      )}
    </Field>
  )
}
