import { Card, Facts, Note, Num, PageFrame, useFormat, useT } from '@innoerp/sdk/ui'
import { monitoringClient, type CacheKeys, type CacheMemory } from '../../../clients/monitoring'
import { Loaded } from '../../parts/loaded'
import { PlainTable, type PlainColumn } from '../../parts/plain-table'
import { useAskedApi } from '../../parts/use-asked-api'
import { TenantCommands } from '../tenant-commands'

/** Milliseconds. */
const REPEAT = 10_000
const KEYS: readonly PlainColumn<CacheKeys>[] = [
  { key: 'pattern', render: ({ pattern }) => <code className="io-mono">{pattern}</code> },
  { key: 'count', figure: true, render: ({ count }) => <Num value={count} /> },
]

/** What the caches hold, and how often they help. */
export default function CachePage() {
  const t = useT()
  const stats = useAskedApi({ key: ['monitor', 'cache'], ask: (api) => monitoringClient(api).cacheStats(), every: REPEAT })
  const memory = useAskedApi({ key: ['monitor', 'memory'], ask: (api) => monitoringClient(api).cacheMemory(), every: REPEAT })
  const held = useAskedApi({ key: ['monitor', 'cache-keys'], ask: (api) => monitoringClient(api).cacheKeys(), every: REPEAT })
  const failed = t('cache.notLoaded')
  return (
    <PageFrame title={t('cache.title')} facts={t('cache.facts')}>
      <TenantCommands />
      {held.data && !held.data.configured && <Note>{t('cache.inMemory')}</Note>}
      <div className="io-grid">
        <Card span={6} title={t('cache.use')}>
          <Loaded query={stats} failed={failed}>
            {({ hit_rate, hits, misses }) => (
              <Facts
                items={[
                  { label: t('cache.hitRate'), value: <Num kind="percent" digits={1} value={hit_rate} /> },
                  { label: t('cache.hits'), value: <Num value={hits} /> },
                  { label: t('cache.misses'), value: <Num value={misses} /> },
                ]}
              />
            )}
          </Loaded>
        </Card>
        <Card span={6} title={t('cache.memory')}>
          <Loaded query={memory} failed={failed}>
            {({ items: [figures] }) => figures && <Memory figures={figures} />}
          </Loaded>
        </Card>
        <Card span={12} title={t('cache.keys')} flush>
          <Loaded query={held} failed={failed}>
            {({ items }) => <PlainTable label={t('cache.keys')} columns={KEYS} rows={items} idOf={({ pattern }) => pattern} />}
          </Loaded>
        </Card>
      </div>
    </PageFrame>
  )
}

function Memory({ figures }: { figures: CacheMemory }) {
  const t = useT()
  const format = useFormat()
  return (
    <Facts
      items={[
        { label: t('cache.rss'), value: format.size(figures.rss_bytes) },
        { label: t('cache.heapUsed'), value: format.size(figures.heap_used_bytes) },
        { label: t('cache.heapTotal'), value: format.size(figures.heap_total_bytes) },
        { label: t('cache.external'), value: format.size(figures.external_bytes) },
      ]}
    />
  )
}
