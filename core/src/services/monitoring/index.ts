import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { CacheEngine } from '../../platform/cache-engine.js'
import type { BrokerView } from '../../platform/events/broker-view.js'
import type { Platform } from '../../platform/platform.js'
import { brokerRoutes } from './broker-routes.js'
import { dashboardRoutes } from './dashboard-routes.js'
import { engineRoutes } from './engine-routes.js'
import { flagRoutes } from './flag-routes.js'
import type { HealthMonitor } from './health.js'
import { logLag } from './measures.js'
import { logRoutes } from './log-routes.js'
import { metricsRoutes } from './metrics-routes.js'
import { noticeRoutes } from './notice-routes.js'
import { prometheusRoutes } from './prometheus-routes.js'
import type { ServiceMeter } from './service-meter.js'
import { settingsRoutes } from './settings-routes.js'
import { trailRoutes } from './trail-routes.js'

export interface MonitoringDeps {
  platform: Platform
  health: HealthMonitor
  meter: Pick<ServiceMeter, 'figures'>
  cache: CacheEngine
  broker: BrokerView
}

/** What operators see: log, health, times, engines, mails, alerts, audit, jobs. `/api/v1/monitor/*`, `/api/v1/audit`, `/metrics`. */
export const monitoringService =
  ({ platform, health, meter, cache, broker }: MonitoringDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const stopLag = logLag(platform, broker)
    app.addHook('onClose', async () => stopLag())
    await app.register(logRoutes(platform))
    await app.register(metricsRoutes({ platform, health, meter }))
    await app.register(engineRoutes({ platform, cache }))
    await app.register(brokerRoutes(broker))
    await app.register(noticeRoutes(platform))
    await app.register(trailRoutes(platform))
    await app.register(dashboardRoutes({ platform, health }))
    await app.register(flagRoutes(platform))
    await app.register(settingsRoutes(platform))
    await app.register(prometheusRoutes({ platform, health, meter }))
  }
