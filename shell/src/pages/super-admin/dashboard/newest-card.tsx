import { AppLink, Avatar, Card, DateText, EmptyState, ErrorState, SkeletonLines, useList, useT } from '@innoerp/sdk/ui'
import { tenants } from '../../../clients/tenant'
import { TENANTS_PATH, tenantPath } from '../paths'

const NEWEST = { sort: '-created_at', limit: 6 }

/** Who signed up last. */
export function NewestCard() {
  const t = useT()
  const { data, error, refetch } = useList(tenants, NEWEST)
  const actions = (
    <AppLink className="io-link io-dense" href={TENANTS_PATH}>
      {t('action.seeAll')}
    </AppLink>
  )
  return (
    <Card span={8} title={t('dashboard.newest')} flush actions={data && data.items.length > 0 && actions}>
      {data?.items.map((tenant) => (
        <AppLink key={tenant.id} className="io-list-item pages-module" href={tenantPath(tenant.id)}>
          <Avatar name={tenant.name} id={tenant.id} size={28} square />
          <span className="io-col io-grow">
            <bdi className="io-strong io-trunc">{tenant.name}</bdi>
            <span className="io-cap io-mono io-trunc">{tenant.subdomain}</span>
          </span>
          <span className="io-cap">
            <DateText value={tenant.created_at} rel />
          </span>
        </AppLink>
      ))}
      {data?.items.length === 0 && <EmptyState icon="company" title={t('tenant.empty')} text={t('tenant.emptyText')} />}
      {error && <ErrorState title={t('tenant.notLoaded')} error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <div className="pages-pad">
          <SkeletonLines />
        </div>
      )}
    </Card>
  )
}
