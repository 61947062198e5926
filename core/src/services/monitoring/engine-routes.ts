import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Static } from '@innoerp/sdk/contract'
import type { Platform } from '../../platform/platform.js'
import type { CacheFigures } from './cache-figures.js'
import { both, config, tags } from './paths.js'
import { CacheStats, EngineState, KibanaUrl } from './schemas.js'

type State = Static<typeof EngineState>

const IN_MEMORY = 'No Redis is configured: these are the figures of the in-memory cache of this process.'

/** The engines behind cache and dashboards; where none is configured, what stands for it says so. */
export const engineRoutes =
  ({ platform, caches }: { platform: Platform; caches: () => CacheFigures }): FastifyPluginAsyncTypebox =>
  async (app) => {
    const cache = (items: Record<string, unknown>[]): State => ({ configured: false, engine: 'in-memory', message: IN_MEMORY, items })
    const state = { tags, response: { 200: EngineState } }
    for (const path of both('redis/stats')) app.get(path, { config, schema: state }, async () => cache([{ ...statsOf(caches()) }]))
    for (const path of both('redis/memory')) {
      app.get(path, { config, schema: state }, async () => {
        const { rss, heapUsed, heapTotal, external } = process.memoryUsage()
        return cache([{ rss_bytes: rss, heap_used_bytes: heapUsed, heap_total_bytes: heapTotal, external_bytes: external }])
      })
    }
    for (const path of both('redis/keys')) app.get(path, { config, schema: state }, async () => cache(caches().keys.map(({ pattern, count }) => ({ pattern, count }))))
    for (const path of both('redis/cache-stats')) app.get(path, { config, schema: { tags, response: { 200: CacheStats } } }, async () => statsOf(caches()))
    for (const path of both('kibana/dashboard-url')) {
      app.get(path, { config, schema: { tags, response: { 200: KibanaUrl } } }, async () => {
        const url = platform.config.kibanaUrl ?? null
        return { configured: url !== null, url, message: url === null ? 'No Kibana is configured. Set KIBANA_URL to show its dashboards here.' : 'Dashboards are at this address.' }
      })
    }
  }

function statsOf({ hits, misses }: CacheFigures): Static<typeof CacheStats> {
  const total = hits + misses
  const rate = (count: number) => (total === 0 ? 0 : Math.round((count / total) * 10_000) / 10_000)
  return { engine: 'in-memory', hit_rate: rate(hits), miss_rate: rate(misses), total_requests: total, hits, misses }
}
