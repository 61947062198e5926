import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Static } from '@innoerp/sdk/contract'
import type { CacheEngine } from '../../platform/cache-engine.js'
import type { Figures } from '../../platform/events/broker-view.js'
import type { Platform } from '../../platform/platform.js'
import { monitoringErrors } from './errors.js'
import { cacheStats } from './memory-engine.js'
import { both, config, tags } from './paths.js'
import { CacheStats, EngineState, KibanaUrl } from './schemas.js'

/** The engines behind cache and dashboards; where none is configured, what stands for it says so. */
export const engineRoutes =
  ({ platform, cache }: { platform: Platform; cache: CacheEngine }): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { engine, isConfigured, message } = cache
    const unlessAway = <T>(figures: Promise<T>): Promise<T> =>
      figures.catch((error: unknown) => {
        throw isConfigured ? monitoringErrors.REDIS_AWAY({ retryAfter: 1 }) : error
      })
    const answer = async (figures: Promise<Figures>): Promise<Static<typeof EngineState>> => ({ configured: isConfigured, engine, message, items: await unlessAway(figures) })
    const response = { 200: EngineState }
    for (const path of both('redis/stats')) app.get(path, { config, schema: { tags, summary: 'Clients, commands and hits of the cache', response } }, () => answer(cache.stats()))
    for (const path of both('redis/memory')) app.get(path, { config, schema: { tags, summary: 'Memory of the cache, in bytes', response } }, () => answer(cache.memory()))
    for (const path of both('redis/keys')) app.get(path, { config, schema: { tags, summary: 'Keys of the cache by pattern', response } }, () => answer(cache.keys()))
    for (const path of both('redis/cache-stats')) {
      app.get(path, { config, schema: { tags, summary: 'How often the cache helped', response: { 200: CacheStats } } }, async () => cacheStats(engine, await unlessAway(cache.hits())))
    }
    for (const path of both('kibana/dashboard-url')) {
      app.get(path, { config, schema: { tags, response: { 200: KibanaUrl } } }, async () => {
        const url = platform.config.kibanaUrl ?? null
        return { configured: url !== null, url, message: url === null ? 'No Kibana is configured. Set KIBANA_URL to show its dashboards here.' : 'Dashboards are at this address.' }
      })
    }
  }
