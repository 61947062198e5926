import { ErrorState, PageFrame, SkeletonLines, Tabs, useFormat, useT } from '@innoerp/sdk/ui'
import type { ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import { moduleExportPath, type RegisteredModule } from '../../../../clients/modules'
import { ModuleMark } from '../../../parts/module-mark'
import { ExportCard } from '../../lifecycle/export-card'
import { StartedCard } from '../../lifecycle/operation-card'
import { MODULE_TABS, REGISTRY_PATH, modulePath, type ModuleTab } from '../../paths'
import { TenantCommands } from '../../tenant-commands'
import { ModuleStateChip } from '../module-state'
import { useModule } from '../use-module'

export interface ModuleFrameProps {
  tab: ModuleTab
  /** Content to the edges: a table. */
  fill?: boolean
  /** At the end of the head. */
  actions?: (module: RegisteredModule) => ReactNode
  children: (module: RegisteredModule) => ReactNode
}

/** What the parts of one module's page stand in. */
export function ModuleFrame({ tab, fill = false, actions, children }: ModuleFrameProps) {
  const t = useT()
  const { module: id = '' } = useParams()
  const { data: module, error, refetch } = useModule(id)
  const crumbs = [{ label: t('catalogue.title'), to: REGISTRY_PATH.slice(1) }]
  if (!module) {
    return (
      <PageFrame title={t('module.one')} crumbs={crumbs}>
        {error ? <ErrorState title={t('module.oneNotLoaded')} error={error} onRetry={() => void refetch()} /> : <SkeletonLines />}
      </PageFrame>
    )
  }
  return (
    <PageFrame
      fill={fill}
      title={module.module_name}
      crumbs={crumbs}
      lead={<ModuleMark module={module} size={40} />}
      chip={<ModuleStateChip module={module} />}
      facts={<ModuleFacts module={module} />}
      actions={actions?.(module)}
      tabs={<ModuleTabs module={module} tab={tab} />}
    >
      <TenantCommands />
      <StartedCard />
      <ExportCard pathOf={(operation) => moduleExportPath(module.id, operation)} fileName={`${module.id}.ndjson.gz`} />
      {children(module)}
    </PageFrame>
  )
}

function ModuleFacts({ module: { module_id, module_version: version, tenants } }: { module: RegisteredModule }) {
  const t = useT()
  return (
    <>
      <span className="io-mono">{module_id}</span> · {t('module.inUse', { version: version ?? t('versions.none'), count: tenants })}
    </>
  )
}

function ModuleTabs({ module, tab }: { module: RegisteredModule; tab: ModuleTab }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const counts: Partial<Record<ModuleTab, string>> = { versions: format.number(module.versions.length), tenants: format.number(module.tenants) }
  return (
    <Tabs
      label={module.module_name}
      value={tab}
      onChange={(next) => void navigate(modulePath(module.id, next as ModuleTab))}
      items={MODULE_TABS.map((id) => ({ id, label: t(`module.tab.${id}`), count: counts[id] }))}
    />
  )
}
