import { AppLink, Card, Icon, useCan, useList, useT } from '@innoerp/sdk/ui'
import { ChevronRight } from 'lucide-react'
import { users } from '../../../clients/user'
import { CORE_PERMISSIONS } from '../../../root/core-permissions'
import { useEnabledModules } from '../../../root/feed/use-enabled-modules'
import { SETTINGS_PATH } from '../settings/sections'
import { INVITE_PATH } from '../users/paths'

interface Step {
  id: string
  icon: string
  href: string
  label: string
  text: string
}

/** What an organization of one person begins with; it goes with the second person. */
export function FirstSteps() {
  const t = useT()
  const manages = useCan(CORE_PERMISSIONS.manageOrganization)
  const people = useList(users, { limit: 1 }, { enabled: manages })
  const [module] = useEnabledModules()
  if (!manages || people.data?.total !== 1) return null
  const step = (id: string, icon: string, href: string): Step => ({ id, icon, href, label: t(`step.${id}`), text: t(`step.${id}Text`) })
  const steps = [step('invite', 'team', INVITE_PATH), step('settings', 'settings', SETTINGS_PATH)]
  if (module) {
    const name = module.name
    steps.push({ id: 'module', icon: module.icon, href: module.base_path, label: t('step.module', { name }), text: t('step.moduleText') })
  }
  return (
    <Card span={12} title={t('dashboard.firstSteps')} flush>
      {steps.map(({ id, icon, href, label, text }) => (
        <AppLink key={id} className="io-list-item pages-step" href={href}>
          <span className="io-tile pages-step-icon" aria-hidden>
            <Icon name={icon} size={16} />
          </span>
          <span className="io-col io-grow">
            <span className="io-strong">{label}</span>
            <span className="io-cap">{text}</span>
          </span>
          <ChevronRight size={15} className="io-flip io-muted" aria-hidden />
        </AppLink>
      ))}
    </Card>
  )
}
