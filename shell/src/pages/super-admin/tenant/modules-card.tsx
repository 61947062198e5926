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
import { Ellipsis, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { modulesOf, registeredModules, type AssignedModule, type RegisteredModule, type Tenant } from '../../../clients/tenant'
import { ModuleMark } from '../../parts/module-mark'
import { SignatureWord } from '../../parts/signature-word'
import { useAsked } from '../../parts/use-asked'
import { UnassignDialog } from './unassign-dialog'
import { useSwitchModule } from './use-switch-module'

export interface ModulesCardProps extends Pick<CardProps, 'span'> {
  tenant: Tenant
}

/** The modules of an organization, each with its switch. */
export function ModulesCard({ tenant, span = 12 }: ModulesCardProps) {
  const t = useT()
  const { data, error, refetch } = useAll(modulesOf(tenant.id))
  const registry = useAll(registeredModules)
  const switchModule = useSwitchModule(tenant)
  const unassigning = useAsked<AssignedModule>()
  return (
    <Card span={span} title={t('tenant.modules')} flush {...(data && { count: data.length })}>
      {data?.map((module) => (
        <ModuleRow
          key={module.id}
          module={module}
          registered={registry.data?.find(({ id }) => id === module.id)}
          onSwitch={(on) => switchModule(module, on)}
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
    </Card>
  )
}

interface ModuleRowProps {
  module: AssignedModule
  /** What the platform knows about the module. */
  registered: RegisteredModule | undefined
  onSwitch(on: boolean): void
  onUnassign(): void
}

function ModuleRow({ module, registered, onSwitch, onUnassign }: ModuleRowProps) {
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
        <span className="io-strong">{module.module_version}</span>
        {registered && <SignatureWord signature={registered.signature} />}
      </span>
      <Switch
        checked={module.is_enabled}
        onChange={(event) => onSwitch(event.target.checked)}
        slotProps={{ input: { 'aria-label': t('assigned.switch', { name: module.module_name }) } }}
      />
      <RowMenu name={module.module_name} onUnassign={onUnassign} />
    </div>
  )
}

function RowMenu({ name, onUnassign }: { name: string; onUnassign(): void }) {
  const t = useT()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
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
        <MenuItem
          onClick={() => {
            setAnchor(null)
            onUnassign()
          }}
        >
          <Trash2 size={15} aria-hidden />
          {t('assigned.unassign')}
        </MenuItem>
      </Menu>
    </>
  )
}
