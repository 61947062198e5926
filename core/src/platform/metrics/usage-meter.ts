/**
 * What modules do for organizations, counted where it happens: a request costs two look-ups and three increments, and leaves for the
 * database in batches. A killed host loses what it counted in its last second.
 */
import type { CoreDb } from '../database/core-db.js'
import { bucketOf, noCounts } from './histogram.js'

const FLUSH_MS = 1_000
const STORE = `insert into platform.module_usage (hour, organization_id, module_id, requests, errors, jobs, latency)
  select date_trunc('hour', now()), u.organization_id, u.module_id, u.requests, u.errors, u.jobs, u.latency
  from jsonb_to_recordset($1::jsonb) as u (organization_id uuid, module_id text, requests bigint, errors bigint, jobs bigint, latency integer[])
    join tenant.organizations o on o.id = u.organization_id
  order by u.organization_id, u.module_id
  on conflict (hour, organization_id, module_id) do update set requests = module_usage.requests + excluded.requests,
    errors = module_usage.errors + excluded.errors, jobs = module_usage.jobs + excluded.jobs,
    latency = platform.add_counts(module_usage.latency, excluded.latency)`

/** One module's work for one organization since the last flush. */
interface Counts {
  requests: number
  errors: number
  jobs: number
  latency: number[]
}
export interface UsageKey {
  organizationId: string
  moduleId: string
}
export interface UsageMeter {
  /** Counts an answered request; its duration in ms. A status of 500 and above is an error. */
  request(key: UsageKey, ms: number, status: number): void
  /** Counts a job that ran to its end, well or not. */
  job(key: UsageKey): void
  /** Writes what was counted. */
  flush(): Promise<void>
  /** Writes what was counted and stops. */
  close(): Promise<void>
}

const nothing = (): Counts => ({ requests: 0, errors: 0, jobs: 0, latency: noCounts() })

export function createUsageMeter({ db, onError }: { db: CoreDb; onError: (error: unknown) => void }): UsageMeter {
  let counted = new Map<string, Map<string, Counts>>()
  const countsOf = ({ organizationId, moduleId }: UsageKey): Counts => {
    let modules = counted.get(organizationId)
    if (!modules) counted.set(organizationId, (modules = new Map()))
    let counts = modules.get(moduleId)
    if (!counts) modules.set(moduleId, (counts = nothing()))
    return counts
  }
  const flush = async (): Promise<void> => {
    if (counted.size === 0) return
    const leaving = counted
    counted = new Map()
    const rows = [...leaving].flatMap(([organization_id, modules]) => [...modules].map(([module_id, counts]) => ({ organization_id, module_id, ...counts })))
    await db.run('platform', STORE, [JSON.stringify(rows)]).catch((error: unknown) => {
      for (const { organization_id, module_id, ...counts } of rows) add(countsOf({ organizationId: organization_id, moduleId: module_id }), counts)
      throw error
    })
  }
  const timer = setInterval(() => void flush().catch(onError), FLUSH_MS)
  timer.unref()
  return {
    request: (key, ms, status) => {
      const counts = countsOf(key)
      counts.requests += 1
      if (status >= 500) counts.errors += 1
      const bucket = bucketOf(ms)
      counts.latency[bucket] = (counts.latency[bucket] ?? 0) + 1
    },
    job: (key) => {
      countsOf(key).jobs += 1
    },
    flush,
    close: async () => {
      clearInterval(timer)
      await flush().catch(onError)
    },
  }
}

function add(to: Counts, { requests, errors, jobs, latency }: Counts): void {
  to.requests += requests
  to.errors += errors
  to.jobs += jobs
  latency.forEach((count, at) => (to.latency[at] = (to.latency[at] ?? 0) + count))
}
