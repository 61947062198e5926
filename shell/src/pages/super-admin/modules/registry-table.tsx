import { IconButton, Num, StatusChip, useT } from '@innoerp/sdk/ui'
import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import type { RegisteredModule } from '../../../clients/tenant'
import { ModuleMark } from '../../parts/module-mark'
import { SignatureWord } from '../../parts/signature-word'
import { ModuleDetails } from './module-details'

const COLUMNS = 6

/** The registry as a table whose rows unfold. */
export function RegistryTable({ modules }: { modules: readonly RegisteredModule[] }) {
  const t = useT()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) =>
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  return (
    <table className="io-table pages-registry-table">
      <thead>
        <tr>
          <th scope="col">{t('field.module')}</th>
          <th scope="col">{t('field.category')}</th>
          <th scope="col">{t('field.version')}</th>
          <th scope="col">{t('field.signature')}</th>
          <th scope="col" data-align="end">
            {t('field.tenants')}
          </th>
          <th scope="col">{t('field.state')}</th>
        </tr>
      </thead>
      <tbody>
        {modules.map((module) => (
          <ModuleRow key={module.id} module={module} open={open.has(module.id)} onToggle={() => toggle(module.id)} />
        ))}
      </tbody>
    </table>
  )
}

interface ModuleRowProps {
  module: RegisteredModule
  open: boolean
  onToggle(): void
}

function ModuleRow({ module, open, onToggle }: ModuleRowProps) {
  const t = useT()
  const detailsId = useId()
  return (
    <>
      <tr className="pages-registry-row" data-unfolded={open || undefined} onClick={onToggle}>
        <td data-kind="name">
          <span className="io-row io-gap-12">
            <UnfoldButton module={module} open={open} onToggle={onToggle} detailsId={detailsId} />
            <ModuleMark module={module} size={30} />
            <span className="io-col">
              <span className="io-strong io-trunc" title={module.module_name}>
                {module.module_name}
              </span>
              <span className="io-cap io-trunc io-mono io-no-phone">{module.module_id}</span>
              <span className="io-cap io-trunc io-only-phone">{t('module.inUse', { version: module.module_version, count: module.tenants })}</span>
            </span>
          </span>
        </td>
        <td data-kind="wide">{t(`category.${module.category}`)}</td>
        <td data-kind="wide">
          <span className="io-strong">{module.module_version}</span>
        </td>
        <td data-kind="signature">
          <SignatureWord signature={module.signature} />
        </td>
        <td data-align="end" data-kind="wide">
          <Num value={module.tenants} />
        </td>
        <td data-kind="state">
          <ModuleState module={module} />
        </td>
      </tr>
      {open && (
        <tr className="pages-registry-details" id={detailsId}>
          <td colSpan={COLUMNS}>
            <ModuleDetails module={module} />
          </td>
        </tr>
      )}
    </>
  )
}

function UnfoldButton({ module, open, onToggle, detailsId }: ModuleRowProps & { detailsId: string }) {
  const t = useT()
  return (
    <IconButton
      small
      className="pages-unfold"
      label={t(open ? 'registry.fold' : 'registry.unfold', { name: module.module_name })}
      aria-expanded={open}
      aria-controls={open ? detailsId : undefined}
      onClick={(event) => {
        // The row would take it back.
        event.stopPropagation()
        onToggle()
      }}
    >
      <ChevronRight size={16} className="io-flip" aria-hidden />
    </IconButton>
  )
}

/** Whether organizations can be given it. */
function ModuleState({ module: { core, is_active } }: { module: RegisteredModule }) {
  const t = useT()
  if (core) return <span className="io-muted">{t('module.core')}</span>
  return (
    <StatusChip cell state={is_active ? 'active' : 'inactive'}>
      {t(is_active ? 'module.active' : 'module.inactive')}
    </StatusChip>
  )
}
