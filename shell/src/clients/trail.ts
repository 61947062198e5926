import type { AnyRecord, ListParams } from '@innoerp/sdk/ui'
import { byNumber } from './by-number'

/** Who did what to what, when and from where. */
export interface AuditEntry extends AnyRecord {
  at: string
  /** Null: the platform itself. */
  actor_id: string | null
  actor_email: string | null
  /** In words with dots: `user.status_changed`. */
  action: string
  target_type: string | null
  target_id: string | null
  ip: string | null
  user_agent: string | null
  request_id: string | null
  data: unknown
}

/** Work of a module apart from requests. */
export interface Job extends AnyRecord {
  module_id: string
  name: string
  state: 'queued' | 'running' | 'succeeded' | 'failed'
  attempts: number
  max_attempts: number
  error: string | null
  created_at: string
  finished_at: string | null
}

/** A day of the device's calendar as the moments that it begins and ends with. */
const beginOf = (day: unknown) => new Date(`${String(day)}T00:00:00`).toISOString()
const endOf = (day: unknown) => new Date(`${String(day)}T23:59:59.999`).toISOString()

/** Days as the server takes them. */
export const withMoments = ({ from, to, ...rest }: ListParams): ListParams => ({
  ...rest,
  ...(from !== undefined && { from: beginOf(from) }),
  ...(to !== undefined && { to: endOf(to) }),
})

export const auditTrail = byNumber<AuditEntry>('/api/v1/audit', withMoments)
export const jobs = byNumber<Job>('/api/v1/jobs')
