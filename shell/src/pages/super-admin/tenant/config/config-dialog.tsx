import { Dialog, Field, keys, useFormat, useHost, useT, useToast, type ApiError } from '@innoerp/sdk/ui'
import { OutlinedInput } from '@mui/material'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { assignmentClient, modulesOf, type AssignedModule } from '../../../../clients/assignments'
import type { Tenant } from '../../../../clients/tenant'
import { DialogForm } from '../../../parts/dialog-form'
import type { Asked } from '../../../parts/use-asked'
import { readConfig, type ReadConfig } from './read-config'

export interface ConfigDialogProps {
  tenant: Tenant
  asked: Asked<AssignedModule>
}

/** The configuration of a module for one organization, as JSON. */
export function ConfigDialog({ tenant, asked: { subject, open, close } }: ConfigDialogProps) {
  const titleId = useId()
  return (
    <Dialog open={open} onClose={close} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog' } }}>
      {subject && <Content tenant={tenant} module={subject} titleId={titleId} onClose={close} />}
    </Dialog>
  )
}

interface ContentProps {
  tenant: Tenant
  module: AssignedModule
  titleId: string
  onClose(): void
}

function useSave({ tenant, module, onClose }: ContentProps) {
  const t = useT()
  const toast = useToast()
  const { api } = useHost()
  const queries = useQueryClient()
  return useMutation<void, ApiError, Record<string, unknown>>({
    mutationFn: (config) => assignmentClient(api, { organizationId: tenant.id, moduleId: module.module_id }).setConfig(config),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.all(modulesOf(tenant.id).path) })
      toast(t('config.done', { name: module.module_name, tenant: tenant.name }))
      onClose()
    },
  })
}

function Content(props: ContentProps) {
  const { tenant, module, titleId, onClose } = props
  const t = useT()
  const save = useSave(props)
  const [text, setText] = useState(() => JSON.stringify(module.config, null, 2))
  const [checked, setChecked] = useState(false)
  const read = readConfig(text)
  const problem = useProblem(read)
  const submit = () => {
    setChecked(true)
    if ('config' in read) save.mutate(read.config)
  }
  return (
    <DialogForm
      titleId={titleId}
      title={t('config.title', { name: module.module_name, tenant: tenant.name })}
      verb={t('config.verb')}
      busy={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('config.label')} hint={t('config.hint')} error={checked ? problem : undefined}>
        {(ids) => (
          <OutlinedInput
            fullWidth
            multiline
            autoFocus
            minRows={8}
            maxRows={18}
            value={text}
            error={checked && problem !== undefined}
            onChange={(event) => setText(event.target.value)}
            onBlur={() => setChecked(true)}
            inputProps={{ ...ids, dir: 'ltr', spellCheck: false, className: 'io-mono' }}
          />
        )}
      </Field>
    </DialogForm>
  )
}

/** What is wrong, in words; undefined when nothing is. */
function useProblem(read: ReadConfig): string | undefined {
  const t = useT()
  const format = useFormat()
  if ('config' in read) return undefined
  const { key, values } = read.problem
  return t(`config.problem.${key}`, { ...values, size: format.size(Number(values.bytes ?? 0)) })
}
