import { Dialog, EmptyState, ErrorState, SkeletonLines, keys, useAll, useHost, useT, useToast, type ApiError } from '@innoerp/sdk/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { assignmentClient, modulesOf } from '../../../clients/assignments'
import { registeredModules, type RegisteredModule } from '../../../clients/modules'
import { tenants, type Tenant } from '../../../clients/tenant'
import { ModuleMark } from '../../parts/module-mark'
import { stateOf } from '../modules/module-state'
import { SignatureWord } from '../../parts/signature-word'
import { DialogForm } from '../../parts/dialog-form'

export interface AssignDialogProps {
  tenant: Tenant
  open: boolean
  onClose(): void
}

/** Gives an organization a module that it does not have. */
export function AssignDialog({ tenant, open, onClose }: AssignDialogProps) {
  const titleId = useId()
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog' } }}>
      <Content tenant={tenant} titleId={titleId} onClose={onClose} />
    </Dialog>
  )
}

/** What can be assigned: all that the platform can load, but for its own parts and what the organization has. */
function useAssignable(tenant: Tenant) {
  const registry = useAll(registeredModules)
  const assigned = useAll(modulesOf(tenant.id))
  const has = new Set(assigned.data?.map(({ id }) => id))
  return {
    modules: registry.data && assigned.data && registry.data.filter((module) => stateOf(module) === 'active' && !has.has(module.id)),
    error: registry.error ?? assigned.error,
    retry: () => void Promise.all([registry.refetch(), assigned.refetch()]),
  }
}

function useAssign(tenant: Tenant, onDone: () => void) {
  const t = useT()
  const toast = useToast()
  const { api } = useHost()
  const queries = useQueryClient()
  return useMutation<void, ApiError, RegisteredModule>({
    mutationFn: (module) => assignmentClient(api, { organizationId: tenant.id, moduleId: module.module_id }).assign(),
    onSuccess: async (_done, module) => {
      await Promise.all([modulesOf(tenant.id).path, tenants.path].map((path) => queries.invalidateQueries({ queryKey: keys.all(path) })))
      toast(t('assign.done', { name: module.module_name, tenant: tenant.name }))
      onDone()
    },
  })
}

function Content({ tenant, titleId, onClose }: { tenant: Tenant; titleId: string; onClose(): void }) {
  const t = useT()
  const { modules, error, retry } = useAssignable(tenant)
  const [chosen, setChosen] = useState<string>()
  const assign = useAssign(tenant, onClose)
  const module = modules?.find(({ id }) => id === chosen)
  return (
    <DialogForm
      titleId={titleId}
      title={t('assign.title', { tenant: tenant.name })}
      verb={t('assign.verb')}
      busy={assign.isPending}
      ready={module !== undefined}
      error={assign.error}
      onSubmit={() => {
        if (module) assign.mutate(module)
      }}
      onClose={onClose}
    >
      {modules && modules.length > 0 && <Choices modules={modules} labelId={titleId} chosen={chosen} onChoose={setChosen} />}
      {modules?.length === 0 && <EmptyState icon="module" title={t('assign.none')} text={t('assign.noneText', { tenant: tenant.name })} />}
      {error && <ErrorState title={t('module.notLoaded')} error={error} onRetry={retry} />}
      {!modules && !error && <SkeletonLines rows={3} />}
    </DialogForm>
  )
}

interface ChoicesProps {
  modules: readonly RegisteredModule[]
  labelId: string
  chosen: string | undefined
  onChoose(id: string): void
}

function Choices({ modules, labelId, chosen, onChoose }: ChoicesProps) {
  const name = useId()
  return (
    <div className="pages-options" role="radiogroup" aria-labelledby={labelId}>
      {modules.map((module) => (
        <label className="pages-option" key={module.id}>
          <input className="io-radio" type="radio" name={name} checked={module.id === chosen} onChange={() => onChoose(module.id)} />
          <ModuleMark module={module} />
          <span className="io-col io-grow">
            <span className="io-strong">{module.module_name}</span>
            <span className="io-cap">{module.description}</span>
          </span>
          <span className="io-col io-end pages-version">
            <span className="io-strong">{module.module_version}</span>
            <SignatureWord signature={module.signature} />
          </span>
        </label>
      ))}
    </div>
  )
}
