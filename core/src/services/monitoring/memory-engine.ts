import type { Static } from '@innoerp/sdk/contract'
import type { CacheEngine } from '../../platform/cache-engine.js'
import type { CacheFigures } from './cache-figures.js'
import type { CacheStats } from './schemas.js'

type Stats = Static<typeof CacheStats>

/** The caches of this process, where no Redis is configured. */
export const memoryEngine = (caches: () => CacheFigures): CacheEngine => ({
  engine: 'in-memory',
  isConfigured: false,
  message: 'No Redis is configured: these are the figures of the in-memory cache of this process.',
  stats: async () => [{ ...cacheStats('in-memory', caches()) }],
  memory: async () => {
    const { rss, heapUsed, heapTotal, external } = process.memoryUsage()
    return [{ rss_bytes: rss, heap_used_bytes: heapUsed, heap_total_bytes: heapTotal, external_bytes: external }]
  },
  keys: async () => caches().keys.map(({ pattern, count }) => ({ pattern, count })),
  hits: async () => caches(),
})

export function cacheStats(engine: CacheEngine['engine'], { hits, misses }: Pick<Stats, 'hits' | 'misses'>): Stats {
  const total = hits + misses
  const rate = (count: number) => (total === 0 ? 0 : Math.round((count / total) * 10_000) / 10_000)
  return { engine, hit_rate: rate(hits), miss_rate: rate(misses), total_requests: total, hits, misses }
}
