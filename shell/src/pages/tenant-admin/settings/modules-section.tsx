import { AppLink, EmptyState, ModuleTile, useT } from '@innoerp/sdk/ui'
import { ChevronRight } from 'lucide-react'
import { useEnabledModules } from '../../../root/feed/use-enabled-modules'
import { ModuleSettingsCard } from './module-settings/module-settings-card'
import { AvailableCard } from './modules/available-card'
import { PlanCard } from './modules/plan-card'
import { SettingsFrame } from './settings-frame'

/** The organization's modules, which the platform's administration switches, and what can be set in each of them. */
export function ModulesSection() {
  const t = useT()
  const modules = useEnabledModules()
  return (
    <SettingsFrame section="modules">
      <section className="io-card">
        {modules.length === 0 && <EmptyState icon="module" title={t('dashboard.empty')} text={t('dashboard.emptyText')} />}
        {modules.map(({ module_id, name, version, color, icon, base_path }) => (
          <AppLink key={module_id} className="io-list-item pages-module" href={base_path}>
            <ModuleTile color={color} icon={icon} size={28} />
            <span className="io-col io-grow">
              <span className="io-strong io-trunc">{name}</span>
              <span className="io-cap">{t('settings.modules.version', { version })}</span>
            </span>
            <ChevronRight size={15} className="io-flip io-muted" aria-hidden />
          </AppLink>
        ))}
      </section>
      <AvailableCard />
      <PlanCard />
      {modules.filter(({ has_settings }) => has_settings).map((module) => (
        <ModuleSettingsCard key={`${module.module_id}@${module.version}`} module={module} />
      ))}
    </SettingsFrame>
  )
}
