import type { Api } from '@innoerp/sdk/ui'
import { byNumber } from './by-number'
import { withMoments, type AuditEntry as OwnEntry } from './trail'

const AUDIT = '/api/v1/audit'

/** An entry of any organization; null: of the platform itself. */
export interface AuditEntry extends OwnEntry {
  organization_id: string | null
}

/** What reading the whole chain of hashes found. */
export interface AuditVerification {
  entries: number
  ok: boolean
  /** Number of the first entry that does not fit; null when all do. */
  first_bad: number | null
}

/** Newest first. `from` and `to` are whole days. */
export const auditLog = byNumber<AuditEntry>(AUDIT, withMoments)

export const verifyAudit = (api: Api): Promise<AuditVerification> => api.get(`${AUDIT}/verify`)
