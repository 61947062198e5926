import {
  Card,
  DateText,
  EmptyState,
  ErrorState,
  IconButton,
  Menu,
  MenuItem,
  SkeletonLines,
  useAll,
  useT,
  type CardProps,
} from '@innoerp/sdk/ui'
import { Switch } from '@innoerp/sdk/ui/mui'
import { Ellipsis, FileSliders, Gauge, Pin, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { modulesOf, type AssignedModule } from '../../../clients/assignments'
import { registeredModules, type RegisteredModule } from '../../../clients/modules'
import type { Tenant } from '../../../clients/tenant'
import { ModuleMark } from '../../parts/module-mark'
import { SignatureWord } from '../../parts/signature-word'
import { useAsked } from '../../parts/use-asked'
import { kindOf, type AssignmentRow } from '../assignment/assignment'
import { PinDialog } from '../assignment/pin-dialog'
import { QuotaDialog } from '../assignment/quota-dialog'
import { ConfigDialog } from './config/config-dialog'
import { UnassignDialog } from './unassign-dialog'
import { useSwitchModule } from './use-switch-module'

export interface ModulesCardProps extends Pick<CardProps, 'span' | 'actions'> {
  tenant: Tenant
}

/** The modules of an organization, each with its switch. */
export function ModulesCard({ tenant, span = 12, actions }: ModulesCardProps) {
  const t = useT()
  const { data, error, refetch } = useAll(modulesOf(tenant.id))
  const registry = useAll(registeredModules)
  const switchModule = useSwitchModule(tenant)
  const unassigning = useAsked<AssignedModule>()
  const pinning = useAsked<AssignmentRow>()
  const limiting = useAsked<AssignmentRow>()
  const configuring = useAsked<AssignedModule>()
  return (
    <Card span={span} title={t('tenant.modules')} flush actions={actions} {...(data && { count: data.length })}>
      {data?.map((module) => (
        <ModuleRow
          key={module.id}
          module={module}
          registered={registry.data?.find(({ id }) => id === module.id)}
          onSwitch={(on) => switchModule(module, on)}
          onPin={() => pinning.ask(rowOf(tenant, module))}
          onLimit={() => limiting.ask(rowOf(tenant, module))}
          onConfigure={() => configuring.ask(module)}
          onUnassign={() => unassigning.ask(module)}
        />
      ))}
      {data?.length === 0 && <EmptyState icon="module" title={t('assigned.empty', { name: tenant.name })} text={t('assigned.emptyText')} />}
      {error && !data && <ErrorState title={t('assigned.notLoaded')} error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <div className="pages-pad">
          <SkeletonLines rows={3} />
        </div>
      )}
      <UnassignDialog tenant={tenant} asked={unassigning} />
      <PinDialog row={pinning.subject} open={pinning.open} onClose={pinning.close} />
      <ConfigDialog tenant={tenant} asked={configuring} />
      <QuotaDialog row={limiting.subject} open={limiting.open} onClose={limiting.close} />
    </Card>
  )
}

const rowOf = (tenant: Tenant, module: AssignedModule): AssignmentRow => ({
  ...module,
  organizationId: tenant.id,
  organizationName: tenant.name,
  moduleId: module.module_id,
  moduleName: module.module_name,
  range: module.version_range,
  resolved_version: module.module_version || null,
})

interface ModuleRowProps {
  module: AssignedModule
  /** What the platform knows about the module. */
  registered: RegisteredModule | undefined
  onSwitch(on: boolean): void
  onPin(): void
  onLimit(): void
  onConfigure(): void
  onUnassign(): void
}

function ModuleRow({ module, registered, onSwitch, ...actions }: ModuleRowProps) {
  const t = useT()
  return (
    <div className="io-list-item pages-module">
      <ModuleMark module={module} />
      <span className="io-col io-grow">
        <span className="io-strong io-trunc" title={module.module_name}>
          {module.module_name}
        </span>
        <span className="io-cap io-trunc">
          {module.is_enabled ? (
            <>
              {t('assigned.since')} <DateText value={module.assigned_at} />
            </>
          ) : (
            t('assigned.off')
          )}
        </span>
      </span>
      <span className="io-col io-end pages-version">
        <span className="io-strong">{module.module_version || <span className="io-bad">{t('versions.none')}</span>}</span>
        <RangeWord range={module.version_range} />
        {registered && registered.signature !== 'signed' && <SignatureWord signature={registered.signature} />}
      </span>
      <Switch
        checked={module.is_enabled}
        onChange={(event) => onSwitch(event.target.checked)}
        slotProps={{ input: { 'aria-label': t('assigned.switch', { name: module.module_name }) } }}
      />
      <RowMenu name={module.module_name} {...actions} />
    </div>
  )
}

/** What the version follows: a channel, or the pin that holds it. */
function RangeWord({ range }: { range: string }) {
  const t = useT()
  const kind = kindOf(range)
  if (kind === 'stable' || kind === 'beta') return <span className="io-cap">{t(`channel.${kind}`)}</span>
  return (
    <span className="io-cap pages-pin">
      <Pin size={12} aria-hidden />
      {t(kind === 'exact' ? 'pin.held' : 'pin.within', { range })}
    </span>
  )
}

type RowMenuProps = Pick<ModuleRowProps, 'onPin' | 'onLimit' | 'onConfigure' | 'onUnassign'> & { name: string }

function RowMenu({ name, onPin, onLimit, onConfigure, onUnassign }: RowMenuProps) {
  const t = useT()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const item = (icon: ReactNode, label: string, run: () => void) => (
    <MenuItem
      onClick={() => {
        setAnchor(null)
        run()
      }}
    >
      {icon}
      {label}
    </MenuItem>
  )
  return (
    <>
      <IconButton
        small
        label={t('assigned.actions', { name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Ellipsis size={16} aria-hidden />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {item(<Pin size={15} aria-hidden />, t('pin.action'), onPin)}
        {item(<Gauge size={15} aria-hidden />, t('quota.action'), onLimit)}
        {item(<FileSliders size={15} aria-hidden />, t('config.action'), onConfigure)}
        {item(<Trash2 size={15} aria-hidden />, t('assigned.unassign'), onUnassign)}
      </Menu>
    </>
  )
}
