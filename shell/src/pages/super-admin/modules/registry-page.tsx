import { EmptyState, ErrorState, PageFrame, SkeletonLines, useAll, useT } from '@innoerp/sdk/ui'
import { registeredModules } from '../../../clients/tenant'
import { TenantCommands } from '../tenant-commands'
import { RegistryTable } from './registry-table'

/** Every module that the platform can load, and the platform's own parts. */
export default function RegistryPage() {
  const t = useT()
  const { data, error, refetch } = useAll(registeredModules)
  return (
    <PageFrame title={t('registry.title')} facts={data && t('registry.facts', { count: data.length })}>
      <TenantCommands />
      <section className="io-card pages-registry" aria-label={t('registry.title')}>
        {data && data.length > 0 && <RegistryTable modules={data} />}
        {data?.length === 0 && <EmptyState icon="module" title={t('module.empty')} text={t('module.emptyText')} />}
        {error && !data && <ErrorState title={t('module.notLoaded')} error={error} onRetry={() => void refetch()} />}
        {!data && !error && (
          <div className="pages-pad">
            <SkeletonLines />
          </div>
        )}
      </section>
    </PageFrame>
  )
}
