import { Dialog, EmptyState, KIT, Note, errorText, useAll, useT } from '@innoerp/sdk/ui'
import { useId, useState } from 'react'
import { registeredModules, type RegisteredModule } from '../../../clients/modules'
import type { Tenant } from '../../../clients/tenant'
import { DialogForm } from '../../parts/dialog-form'
import { Loaded } from '../../parts/loaded'
import { ModuleMark } from '../../parts/module-mark'
import type { Asked } from '../../parts/use-asked'
import { stateOf } from '../modules/module-state'
import { useBulkAssign, type Refusal } from './use-bulk-assign'

/** Gives several modules to several organizations. */
export function BulkAssignDialog({ subject, open, close }: Asked<readonly Tenant[]>) {
  const titleId = useId()
  return (
    <Dialog open={open} onClose={close} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog' } }}>
      {subject && <Content tenants={subject} titleId={titleId} onClose={close} />}
    </Dialog>
  )
}

function Content({ tenants, titleId, onClose }: { tenants: readonly Tenant[]; titleId: string; onClose(): void }) {
  const t = useT()
  const registry = useAll(registeredModules)
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const { run, busy, done, refusals } = useBulkAssign(tenants, onClose)
  const modules = registry.data?.filter((module) => stateOf(module) === 'active')
  const toggle = (id: string) =>
    setIds((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  return (
    <DialogForm
      titleId={titleId}
      title={t('bulkAssign.title', { count: tenants.length })}
      verb={t('bulkAssign.verb', { count: ids.size })}
      busy={busy}
      ready={ids.size > 0}
      onSubmit={() => run([...ids])}
      onClose={onClose}
    >
      <p className="io-t2 io-dense">{t('bulkAssign.text')}</p>
      <Loaded query={{ ...registry, data: modules }} failed={t('module.notLoaded')}>
        {(rows) => (rows.length > 0 ? <Choices modules={rows} labelId={titleId} chosen={ids} onToggle={toggle} /> : <EmptyState icon="module" title={t('module.empty')} text={t('module.emptyText')} />)}
      </Loaded>
      <p className="io-cap" role="status">
        {busy && t('bulkAssign.progress', { done, count: tenants.length })}
      </p>
      {refusals.length > 0 && <Refusals refusals={refusals} />}
    </DialogForm>
  )
}

interface ChoicesProps {
  modules: readonly RegisteredModule[]
  labelId: string
  chosen: ReadonlySet<string>
  onToggle(id: string): void
}

function Choices({ modules, labelId, chosen, onToggle }: ChoicesProps) {
  return (
    <div className="pages-options" role="group" aria-labelledby={labelId}>
      {modules.map((module) => (
        <label className="pages-option" key={module.id}>
          <input className="io-check" type="checkbox" checked={chosen.has(module.id)} onChange={() => onToggle(module.id)} />
          <ModuleMark module={module} />
          <span className="io-col io-grow">
            <span className="io-strong">{module.module_name}</span>
            <span className="io-cap">{module.description}</span>
          </span>
        </label>
      ))}
    </div>
  )
}

function Refusals({ refusals }: { refusals: readonly Refusal[] }) {
  const t = useT()
  const kit = useT(KIT)
  return (
    <Note tone="danger" title={t('bulkAssign.refused', { count: refusals.length })}>
      <ul>
        {refusals.map(({ tenant, error }) => (
          <li key={tenant.id}>
            <bdi>{tenant.name}</bdi>: {errorText(kit, error)}
          </li>
        ))}
      </ul>
    </Note>
  )
}
