import { AppLink, IconButton, Num, useT } from '@innoerp/sdk/ui'
import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import type { RegisteredModule } from '../../../../clients/modules'
import { ModuleMark } from '../../../parts/module-mark'
import { SignatureWord } from '../../../parts/signature-word'
import { modulePath } from '../../paths'
import { ModuleStateChip } from '../module-state'
import { VersionBar } from '../version-bar'
import { IsolationTag } from '../version-chip'
import { VersionsPeek } from './versions-peek'

const COLUMNS = ['module', 'version', 'signature', 'tenants', 'inUse', 'state'] as const

/** The catalogue as a table whose rows unfold. */
export function CatalogueTable({ modules }: { modules: readonly RegisteredModule[] }) {
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
          {COLUMNS.map((name) => (
            <th key={name} scope="col" data-align={name === 'tenants' ? 'end' : undefined}>
              {t(`field.${name}`)}
            </th>
          ))}
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
  const detailsId = useId()
  const shown = module.versions.find(({ version }) => version === module.module_version) ?? module.versions[0]
  return (
    <>
      <tr className="pages-registry-row" data-unfolded={open || undefined} onClick={onToggle}>
        <td data-kind="name">
          <span className="io-row io-gap-12">
            <UnfoldButton module={module} open={open} onToggle={onToggle} detailsId={detailsId} />
            <ModuleMark module={module} size={30} />
            <ModuleName module={module} />
          </span>
        </td>
        <td data-kind="wide">
          <VersionWord module={module} />
        </td>
        <td data-kind="signature">
          <span className="io-row">
            <SignatureWord signature={module.signature} />
            {shown && !module.core && <IsolationTag isolation={shown.isolation} />}
          </span>
        </td>
        <td data-align="end" data-kind="wide">
          <Num value={module.tenants} />
        </td>
        <td data-kind="wide">{module.core ? null : <VersionBar versions={module.versions} />}</td>
        <td data-kind="state">
          <ModuleStateChip module={module} cell />
        </td>
      </tr>
      {open && (
        <tr className="pages-registry-details" id={detailsId}>
          <td colSpan={COLUMNS.length}>
            <VersionsPeek module={module} />
          </td>
        </tr>
      )}
    </>
  )
}

function ModuleName({ module }: { module: RegisteredModule }) {
  const t = useT()
  const { module_name: name, module_version: version } = module
  return (
    <span className="io-col">
      {module.core ? (
        <span className="io-strong io-trunc">{name}</span>
      ) : (
        <AppLink className="io-strong io-trunc pages-name-link" href={modulePath(module.id)} title={name} onClick={(event) => event.stopPropagation()}>
          {name}
        </AppLink>
      )}
      <span className="io-cap io-trunc io-no-phone">
        <span className="io-mono">{module.id}</span> · {t(`category.${module.category}`)}
      </span>
      <span className="io-cap io-trunc io-only-phone">{t('module.inUse', { version: version ?? t('versions.none'), count: module.tenants })}</span>
    </span>
  )
}

/** The version that organizations run who are pinned to nothing, and the channel that names it. */
function VersionWord({ module: { module_version: version, channels, core } }: { module: RegisteredModule }) {
  const t = useT()
  if (version === null) return <span className="io-muted">{t('versions.none')}</span>
  const channel = core ? undefined : (['stable', 'beta'] as const).find((name) => channels[name] === version)
  return (
    <>
      <span className="io-strong">{version}</span> {channel && <span className="io-cap">{t(`channel.${channel}`)}</span>}
    </>
  )
}

function UnfoldButton({ module, open, onToggle, detailsId }: ModuleRowProps & { detailsId: string }) {
  const t = useT()
  return (
    <IconButton
      small
      className="pages-unfold"
      label={t(open ? 'catalogue.fold' : 'catalogue.unfold', { name: module.module_name })}
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
