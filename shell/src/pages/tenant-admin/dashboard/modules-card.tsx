import { AppLink, Card, EmptyState, ModuleTile, useT, type CardProps } from '@innoerp/sdk/ui'
import { ChevronRight } from 'lucide-react'
import { useEnabledModules } from '../../../root/feed/use-enabled-modules'

/** The way into every module of the organization. */
export function ModulesCard({ span }: Pick<CardProps, 'span'>) {
  const t = useT()
  const modules = useEnabledModules()
  return (
    <Card {...(span && { span })} title={t('dashboard.modules')} count={modules.length} flush>
      {modules.length === 0 ? (
        <EmptyState icon="module" title={t('dashboard.empty')} text={t('dashboard.emptyText')} />
      ) : (
        <div className="pages-entries">
          {modules.map((module) => (
            <AppLink key={module.module_id} className="io-list-item" href={module.base_path}>
              <ModuleTile color={module.color} icon={module.icon} size={28} />
              <span className="io-strong io-grow">{module.name}</span>
              <ChevronRight size={15} className="io-flip io-muted" aria-hidden />
            </AppLink>
          ))}
        </div>
      )}
    </Card>
  )
}
