import { AppLink, Card, EmptyState, ErrorState, SkeletonLines, useAll, useT } from '@innoerp/sdk/ui'
import { registeredModules } from '../../../clients/modules'
import { ModuleMark } from '../../parts/module-mark'
import { SignatureWord } from '../../parts/signature-word'
import { REGISTRY_PATH, modulePath } from '../paths'

/** The modules that organizations can be given. */
export function ModulesCard() {
  const t = useT()
  const { data, error, refetch } = useAll(registeredModules)
  const modules = data?.filter(({ core, uninstalled_at }) => !core && uninstalled_at === null)
  const actions = (
    <AppLink className="io-link io-dense" href={REGISTRY_PATH}>
      {t('action.seeAll')}
    </AppLink>
  )
  return (
    <Card span={4} title={t('dashboard.modules')} flush actions={modules && modules.length > 0 && actions}>
      {modules?.map((module) => (
        <AppLink key={module.id} className="io-list-item pages-module" href={modulePath(module.id)}>
          <ModuleMark module={module} />
          <span className="io-col io-grow">
            <span className="io-strong io-trunc" title={module.module_name}>
              {module.module_name}
            </span>
            <span className="io-cap">{t('module.inUse', { version: module.module_version ?? t('versions.none'), count: module.tenants })}</span>
          </span>
          <span className="io-dense">
            <SignatureWord signature={module.signature} />
          </span>
        </AppLink>
      ))}
      {modules?.length === 0 && <EmptyState icon="module" title={t('module.empty')} text={t('module.emptyText')} />}
      {error && <ErrorState title={t('module.notLoaded')} error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <div className="pages-pad">
          <SkeletonLines rows={3} />
        </div>
      )}
    </Card>
  )
}
