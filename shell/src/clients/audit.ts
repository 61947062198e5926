import type { AnyRecord, Api, ListSource } from '@innoerp/sdk/ui'
import { endOfDay, startOfDay } from './days'
import { paged } from './paged'

const AUDIT = '/api/v1/audit'

/** Who did what to what, when and from where. */
export interface AuditEntry extends AnyRecord {
  at: string
  actor_id: string | null
  actor_email: string | null
  action: string
  organization_id: string | null
  target_type: string | null
  target_id: string | null
  ip: string | null
  user_agent: string | null
  request_id: string | null
  data: unknown
}

/** What reading the whole chain of hashes found. */
export interface AuditVerification {
  entries: number
  ok: boolean
  /** Number of the first entry that does not fit; null when all do. */
  first_bad: number | null
}

const source = paged<AuditEntry>(AUDIT)

/** Newest first. `from` and `to` are whole days. */
export const auditLog: ListSource<AuditEntry> = {
  path: AUDIT,
  list: ({ from, to, ...params } = {}, options) =>
    source.list({ ...params, ...(typeof from === 'string' && { from: startOfDay(from) }), ...(typeof to === 'string' && { to: endOfDay(to) }) }, options),
}

export const verifyAudit = (api: Api): Promise<AuditVerification> => api.get(`${AUDIT}/verify`)
