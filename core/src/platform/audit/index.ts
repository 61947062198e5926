/**
 * The audit trail: who did what to what, when, from where. An entry goes into the transaction of the change it tells of. A moment after
 * the commit the sealer chains it by hash to the entry before it, so that nobody's request waits for the end of a chain (DECISIONS 15).
 * What may name a person stands in a table of its own and may be erased; its salted digest in the chain stays.
 */
import { randomBytes } from 'node:crypto'
import { newId } from '@innoerp/sdk/server'
import type { CoreDb, CoreScope, CoreTransaction } from '../database/core-db.js'
import type { Database } from '../database/database.js'
import { createRelayDb } from '../database/relay-db.js'
import { startSealer } from './sealer.js'
import { verifyChain, type ChainReport } from './verify.js'

/** One entry. */
export interface AuditEntry {
  /** What was done: `module.assigned`, `user.login_failed`. */
  action: string
  /** The organization that it concerns; absent for the platform itself. */
  organizationId?: string | undefined
  /** Absent where nobody was signed in. */
  actor?: { id: string; email: string } | undefined
  target?: { type: string; id: string } | undefined
  /** Before and after, or whatever else tells of the change; JSON, never a secret. May hold personal data. */
  data?: Record<string, unknown>
  /** Where it came from. */
  request?: AuditRequest | undefined
}
export interface AuditRequest {
  requestId: string
  address?: string | undefined
  userAgent?: string | undefined
}
export interface Audit {
  /** Appends an entry, in the transaction of the change where it is given one. */
  append(on: CoreTransaction | CoreScope, entry: AuditEntry): Promise<void>
  /** Told of every entry once it is kept: after the commit of its transaction. */
  onAppend(listener: (entry: AuditEntry) => void): void
  /** Reads the whole chain and says where it breaks. */
  verify(): Promise<ChainReport>
  close(): Promise<void>
}

const MAX_TEXT = 500
const APPEND = `with personal as (select $1::uuid as id, $4::uuid as organization_id, $5::text as salt, $6::text as actor_email, $7::text as ip, $8::text as user_agent, $9::jsonb as data),
  entry as (insert into platform.audit_log (id, organization_id, actor_id, action, target_type, target_id, request_id, personal_digest)
    select id, organization_id, $2, $3, $10, $11, $12, platform.personal_digest(salt, actor_email, ip, user_agent, data) from personal)
  insert into platform.audit_personal (id, organization_id, salt, actor_email, ip, user_agent, data) select * from personal`

const cut = (text: string | undefined): string | undefined => text?.slice(0, MAX_TEXT)

export interface AuditOptions {
  /** Whether this process chains entries, its own and those of others. */
  seals: boolean
  /** Told when sealing failed; it is tried again. */
  onError(error: unknown): void
}

export function openAudit(database: Pick<Database, 'pool' | 'roles'> & { core: CoreDb }, { seals, onError }: AuditOptions): Audit {
  const relay = createRelayDb(database)
  const sealer = seals ? startSealer(relay, onError) : undefined
  const listeners: ((entry: AuditEntry) => void)[] = []
  return {
    onAppend: (listener) => void listeners.push(listener),
    append: async (on, entry) => {
      const { action, organizationId, actor, target, data = {}, request } = entry
      const personal = [organizationId, randomBytes(16).toString('base64url'), actor?.email, request?.address, cut(request?.userAgent), data]
      await database.core.run(on, APPEND, [newId(), actor?.id, action, ...personal, target?.type, cut(target?.id), request?.requestId])
      const tell = (): void => listeners.forEach((listener) => listener(entry))
      if (typeof on === 'object' && 'afterCommit' in on) on.afterCommit(tell)
      else tell()
    },
    verify: () => verifyChain(relay),
    close: async () => sealer?.stop(),
  }
}
