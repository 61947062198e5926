import { DEFAULT_LIMIT, type PageOf } from '@innoerp/sdk/contract'
import { bind, decodeCursor, encodeCursor } from '@innoerp/sdk/server'
import type { CoreDb } from '../../platform/database/core-db.js'
import { quantile } from '../../platform/metrics/histogram.js'
import type { UsageQuery, UsageRow } from './schemas.js'

const MEBIBYTE = 1_048_576
const SORT = 'organization_id'
const SINCE = `date_trunc('hour', now()) - interval '24 hours'`

// Who has a module, and who had it and used it.
const PAIRS = `select * from (
    select organization_id, module_id from tenant.organization_modules
    union select organization_id, module_id from platform.module_usage where hour > ${SINCE}) as pair
  where ($1::uuid is null or organization_id = $1) and ($2::text is null or module_id = $2)`
const COUNT = `select count(*)::int as total from (${PAIRS}) as pairs`
const PAGE = `select p.organization_id, p.module_id, coalesce(sum(u.requests), 0)::bigint as requests, coalesce(sum(u.errors), 0)::bigint as errors,
    coalesce(sum(u.jobs), 0)::bigint as jobs, max(m.storage_mb) as storage_limit_mb, platform.sum_counts(u.latency) as latency,
    (select coalesce(sum(f.size), 0)::bigint from platform.files f where f.organization_id = p.organization_id and f.module_id = p.module_id) as bytes
  from (${PAIRS} and ($3::uuid is null or (organization_id, module_id) > ($3, $4)) order by organization_id, module_id limit $5 offset $6) as p
    left join tenant.organization_modules m on m.organization_id = p.organization_id and m.module_id = p.module_id
    left join platform.module_usage u on u.organization_id = p.organization_id and u.module_id = p.module_id and u.hour > ${SINCE}
  group by p.organization_id, p.module_id order by p.organization_id, p.module_id`

interface Row {
  organization_id: string
  module_id: string
  requests: number
  errors: number
  jobs: number
  storage_limit_mb: number | null
  latency: number[]
  bytes: number
}

const shown = ({ latency, bytes, ...row }: Row): UsageRow => ({
  ...row,
  p50_ms: quantile(latency, 0.5),
  p99_ms: quantile(latency, 0.99),
  storage_mb: Math.round((bytes / MEBIBYTE) * 100) / 100,
})

/** Figures of use, in the order of organizations and modules. */
export async function readUsage(db: CoreDb, query: UsageQuery): Promise<PageOf<UsageRow>> {
  const { organization_id, module_id, skip = 0, limit = DEFAULT_LIMIT, after, total = true } = query
  const from = after === undefined ? undefined : decodeCursor(after, SORT)
  const which = [organization_id, module_id]
  const page = bind(PAGE, [...which, from?.id, from?.value, limit + 1, skip])
  const [rows = [], counted] = await db.batch('platform', total ? [page, bind(COUNT, which)] : [page])
  const items = (rows.slice(0, limit) as unknown as Row[]).map(shown)
  const last = rows.length > limit ? items.at(-1) : undefined
  const next = last ? encodeCursor({ sort: SORT, value: last.module_id, id: last.organization_id }) : null
  return { items, ...(total && { total: Number(counted?.[0]?.total ?? 0) }), skip, limit, next }
}
