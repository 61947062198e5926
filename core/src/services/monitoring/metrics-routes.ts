import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type, type Static } from '@innoerp/sdk/contract'
import type { CoreDb } from '../../platform/database/core-db.js'
import type { Platform } from '../../platform/platform.js'
import { monitoringErrors } from './errors.js'
import type { HealthMonitor } from './health.js'
import { both, config, tags } from './paths.js'
import { ResponseTime, ServiceHealth, ServiceParams, Uptime } from './schemas.js'
import { timesOf, type ServiceMeter } from './service-meter.js'

type Times = Static<typeof ResponseTime>
const MODULES = `select module_id, sum(requests)::int as requests, sum(errors)::int as errors, platform.sum_counts(latency) as latency
  from platform.module_usage where hour > now() - interval '24 hours' group by module_id order by module_id`

export interface MetricsDeps {
  platform: Platform
  health: HealthMonitor
  meter: Pick<ServiceMeter, 'figures'>
}

/** Health, uptime and response times, all measured. */
export const metricsRoutes =
  ({ platform, health, meter }: MetricsDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    for (const path of ['/api/v1/monitor/metrics/health', '/api/v1/monitoring/services/health']) {
      app.get(path, { config, schema: { tags, summary: 'Each service, as a check of now found it', response: { 200: Type.Array(ServiceHealth) } } }, () => health.check())
    }
    for (const path of ['/api/v1/monitor/metrics/response-time', '/api/v1/monitoring/services/metrics']) {
      app.get(path, { config, schema: { tags, summary: 'Services since the start, modules of the last 24 hours', response: { 200: Type.Array(ResponseTime) } } }, async () => {
        await platform.usage.flush()
        const services = (await meter.figures()).map((figures): Times => ({ service: figures.service, kind: 'service', requests: figures.requests, errors: figures.errors, ...timesOf(figures) }))
        return [...services, ...(await moduleTimes(platform.database.core))]
      })
    }
    for (const path of both('services/:name/uptime')) {
      app.get(path, { config, schema: { tags, summary: 'How long a service runs, and how much of the day it was healthy', params: ServiceParams, response: { 200: Uptime } } }, async (request) => {
        const uptime = await health.uptime(request.params.name)
        if (!uptime) throw monitoringErrors.SERVICE_NOT_FOUND({ values: { name: request.params.name } })
        return uptime
      })
    }
  }

async function moduleTimes(db: CoreDb): Promise<Times[]> {
  const rows = await db.run<{ module_id: string; requests: number; errors: number; latency: number[] }>('platform', MODULES)
  return rows.map(({ module_id, requests, errors, latency }) => {
    const { p50_ms, p95_ms, p99_ms } = timesOf({ requests, sumMs: 0, latency })
    return { service: module_id, kind: 'module', requests, errors, avg_ms: p50_ms, p50_ms, p95_ms, p99_ms }
  })
}
