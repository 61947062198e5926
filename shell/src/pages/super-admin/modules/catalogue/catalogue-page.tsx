import { EmptyState, ErrorState, PageFrame, SkeletonLines, Tabs, useAll, useFormat, useT } from '@innoerp/sdk/ui'
import { useSearchParams } from 'react-router'
import { availablePackages, registeredModules } from '../../../../clients/modules'
import { StartedCard } from '../../lifecycle/operation-card'
import { TenantCommands } from '../../tenant-commands'
import { AvailableList } from './available-list'
import { CatalogueList } from './catalogue-list'
import { needsAttention, servingVersions } from './counts'

const TABS = ['installed', 'attention', 'available'] as const
type Tab = (typeof TABS)[number]
const isTab = (text: string | null): text is Tab => TABS.some((tab) => tab === text)

/** Every module of the platform: what is installed, what needs somebody, and what the registry holds besides. */
export default function CataloguePage() {
  const t = useT()
  const format = useFormat()
  const [params] = useSearchParams()
  const asked = params.get('tab')
  const tab = isTab(asked) ? asked : 'installed'
  const { data, error, refetch } = useAll(registeredModules)
  const facts = data && t('catalogue.facts', { count: data.filter(({ core }) => !core).length, versions: format.number(servingVersions(data)) })
  return (
    <PageFrame title={t('catalogue.title')} facts={facts} tabs={<CatalogueTabs tab={tab} />}>
      <TenantCommands />
      <StartedCard />
      {tab === 'available' && <AvailableList />}
      {tab !== 'available' && data && <CatalogueList key={tab} modules={tab === 'attention' ? data.filter(needsAttention) : data} isWhole={tab === 'installed'} />}
      {tab !== 'available' && !data && (
        <section className="io-card">
          {error ? <ErrorState title={t('module.notLoaded')} error={error} onRetry={() => void refetch()} /> : <Loading />}
        </section>
      )}
      {data?.length === 0 && tab === 'installed' && <EmptyState icon="module" title={t('module.empty')} text={t('module.emptyText')} />}
    </PageFrame>
  )
}

const Loading = () => (
  <div className="pages-pad">
    <SkeletonLines rows={6} />
  </div>
)

function CatalogueTabs({ tab }: { tab: Tab }) {
  const t = useT()
  const format = useFormat()
  const [, setParams] = useSearchParams()
  const modules = useAll(registeredModules).data
  const available = useAll(availablePackages).data
  const counts: Record<Tab, number | undefined> = { installed: modules?.filter(({ core }) => !core).length, attention: modules?.filter(needsAttention).length, available: available?.length }
  const choose = (next: string) => setParams(next === 'installed' ? {} : { tab: next })
  const count = (one: Tab) => (counts[one] === undefined ? undefined : format.number(counts[one]))
  return <Tabs label={t('catalogue.title')} value={tab} onChange={choose} items={TABS.map((id) => ({ id, label: t(`catalogue.${id}`), count: count(id) }))} />
}
