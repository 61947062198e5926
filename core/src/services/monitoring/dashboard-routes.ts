import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Nullable, Type } from '@innoerp/sdk/contract'
import { LogStatistics } from '../../platform/logging/schemas.js'
import type { Platform } from '../../platform/platform.js'
import type { HealthMonitor } from './health.js'
import { both, config, tags } from './paths.js'
import { ServiceHealth } from './schemas.js'

const OPEN = `select count(*) filter (where acknowledged_at is null)::int as open_alerts,
  (select count(*)::int from platform.mail_outbox where state = 'failed') as failed_mails,
  (select count(*)::int from platform.jobs where state = 'failed') as failed_jobs from platform.alerts`

const Dashboard = Type.Object({
  services: Type.Array(ServiceHealth),
  /** Null while the log cannot be searched. */
  logs: Nullable(LogStatistics),
  open_alerts: Type.Integer(),
  failed_mails: Type.Integer(),
  failed_jobs: Type.Integer(),
})

/** Everything at one glance. */
export const dashboardRoutes =
  ({ platform, health }: { platform: Platform; health: HealthMonitor }): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { core } = platform.database
    for (const path of both('dashboard')) {
      app.get(path, { config, schema: { tags, summary: 'Health, the log of a day, what is open', response: { 200: Dashboard } } }, async () => {
        const start_time = new Date(Date.now() - 86_400_000).toISOString()
        const [services, statistics, [counts]] = await Promise.all([health.check(), platform.logStore.statistics({ start_time }).catch(() => null), core.run<{ open_alerts: number; failed_mails: number; failed_jobs: number }>('platform', OPEN)])
        return { services, logs: statistics, open_alerts: counts?.open_alerts ?? 0, failed_mails: counts?.failed_mails ?? 0, failed_jobs: counts?.failed_jobs ?? 0 }
      })
    }
  }
