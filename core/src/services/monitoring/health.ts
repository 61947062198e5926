import type { Static } from '@innoerp/sdk/contract'
import type { Platform } from '../../platform/platform.js'
import type { SigningKeys } from '../auth/keys.js'
import type { ServiceHealth, Uptime } from './schemas.js'

type Health = Static<typeof ServiceHealth>
type Check = () => Promise<Record<string, unknown>>

const MINUTE_MS = 60_000
const CHECK_MS = 2_000
const KEEP = `delete from platform.service_minutes where minute < now() - interval '30 days'`
const STORE = `insert into platform.service_minutes (service, minute, is_up) select s.service, date_trunc('minute', now()), s.is_up
  from jsonb_to_recordset($1::jsonb) as s (service text, is_up boolean) on conflict (service, minute) do update set is_up = service_minutes.is_up and excluded.is_up`
const OBSERVED = `select count(*) filter (where is_up)::int as up, count(*)::int as observed,
    (extract(epoch from now() - min(minute)) / 60)::float8 as expected
  from platform.service_minutes where service = $1 and minute > now() - interval '24 hours'`

export const SERVICES = [
  'api-gateway',
  'tenant-service',
  'auth-service',
  'user-service',
  'monitoring-service',
] as const
export type ServiceName = (typeof SERVICES)[number]

/** Health that is measured: each service does a small piece of its own work. A sample of each minute is kept. */
export interface HealthMonitor {
  check(): Promise<Health[]>
  /** `name` with or without its ending, e.g. `auth`; undefined for no service of ours. */
  uptime(name: string): Promise<Static<typeof Uptime> | undefined>
  /** Begins to keep a sample of each minute; returns how to stop it. */
  sample(): () => void
}
export interface HealthDeps {
  platform: Platform
  keys: SigningKeys
  /** Whether the gateway takes requests. */
  isReady(): boolean | Promise<boolean>
}

export function createHealthMonitor(deps: HealthDeps): HealthMonitor {
  const { core } = deps.platform.database
  const checks = checksOf(deps)
  const startedAt = new Date()
  const check = (): Promise<Health[]> => Promise.all(SERVICES.map((service) => judge(service, checks[service])))
  let hasStarted = false
  // The time that a start takes is no failure of the service.
  const sample = async (): Promise<void> => {
    hasStarted ||= await deps.isReady()
    if (!hasStarted) return
    const states = (await check()).map(({ service, status }) => ({ service, is_up: status === 'healthy' }))
    await core.run('platform', STORE, [JSON.stringify(states)])
    await core.run('platform', KEEP)
  }
  return {
    check,
    sample: () => {
      // Where the database does not answer, the minute stays without a sample, and that counts as down.
      const timer = setInterval(() => void sample().catch(() => {}), MINUTE_MS)
      timer.unref()
      void sample().catch(() => {})
      return () => clearInterval(timer)
    },
    uptime: async (name) => {
      const service = SERVICES.find((one) => one === name || one.replace(/^api-|-service$/g, '') === name)
      if (!service) return undefined
      const [row] = await core.run<{ up: number; observed: number; expected: number | null }>('platform', OBSERVED, [service])
      const expected = Math.max(row?.observed ?? 0, Math.floor(row?.expected ?? 0))
      return {
        service,
        started_at: startedAt.toISOString(),
        uptime_seconds: Math.round((Date.now() - startedAt.getTime()) / 10) / 100,
        uptime_percent: expected === 0 ? 100 : Math.round(((row?.up ?? 0) / expected) * 10_000) / 100,
        minutes_observed: row?.observed ?? 0,
      }
    },
  }
}

/** What each service does of its own work to show that it is well. */
function checksOf({ platform, keys, isReady }: HealthDeps): Record<ServiceName, Check> {
  const rows = async (table: string): Promise<Record<string, unknown>> => {
    await platform.database.core.run('platform', `select 1 from ${table} limit 1`)
    return { database: 'answers' }
  }
  const assert = (isTrue: boolean, problem: string): void => {
    if (!isTrue) throw new Error(problem)
  }
  return {
    'api-gateway': async () => {
      assert(await isReady(), 'It is not ready to take requests.')
      return { ready: true }
    },
    'tenant-service': () => rows('tenant.organizations'),
    'auth-service': async () => ({ ...(await rows('auth.sessions')), signing_key: keys.current.kid }),
    'user-service': () => rows('users.users'),
    'monitoring-service': async () => {
      assert(platform.logStore.isWell(), 'The log store does not take records.')
      return { ...(await rows('platform.service_minutes')), log_store: 'writes' }
    },
  }
}

async function judge(service: ServiceName, check: Check): Promise<Health> {
  const began = performance.now()
  const state = (status: Health['status'], details: Record<string, unknown>): Health => ({
    service,
    status,
    details: { ...details, checked_in_ms: Math.round((performance.now() - began) * 10) / 10 },
    timestamp: new Date().toISOString(),
  })
  const late = new Promise<never>((_resolve, reject) => setTimeout(reject, CHECK_MS, new Error(`It did not answer within ${CHECK_MS} ms.`)).unref())
  try {
    return state('healthy', await Promise.race([check(), late]))
  } catch (error) {
    return state('unhealthy', { problem: error instanceof Error ? error.message : String(error) })
  }
}
