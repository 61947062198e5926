import { atField, type Context, type DomainError } from '@innoerp/sdk/contract'
import { bind, type CorePorts, type TenantDb } from '@innoerp/sdk/server'
import { errors } from './errors.js'
import { COMPANY, CONTACT } from './tables.js'

/** The fields by which records of this module point at others. */
export interface Referring {
  company_id?: string | null
  contact_id?: string | null
}

// The lock keeps what is pointed at from being deleted before the pointing row has committed.
const HOLD = {
  company_id: `select id from ${COMPANY} where id = $1 and deleted_at is null for share`,
  contact_id: `select id from ${CONTACT} where id = $1 and deleted_at is null for share`,
}
const MISSING = { company_id: errors.COMPANY_MISSING, contact_id: errors.CONTACT_MISSING }
const FIELDS = ['company_id', 'contact_id'] as const

export const stageMissing = (): DomainError => atField('stage_id', errors.STAGE_MISSING)

export type References = ReturnType<typeof createReferences>

/** Refuses what points at nothing. Ids of other organizations and ids of nobody get the same answer. */
export const createReferences = ({ db, core }: { db: TenantDb; core: CorePorts }) => ({
  /** Holds the records that `values` names until the transaction ends. Errors: `CRM_COMPANY_MISSING`, `CRM_CONTACT_MISSING`. */
  hold: async (tx: Context, values: Referring): Promise<void> => {
    const named = FIELDS.filter((field) => values[field])
    if (named.length === 0) return
    const results = await db.batch(tx, named.map((field) => bind(HOLD[field], [values[field]])))
    const missing = named.find((_, index) => results[index]?.length === 0)
    if (missing) throw atField(missing, MISSING[missing])
  },

  /** Errors: `CRM_OWNER_NOT_ACTIVE`. */
  requireOwner: async (ctx: Context, { owner_id }: { owner_id?: string | null }): Promise<void> => {
    if (!owner_id) return
    const active = await core.activeUsers(ctx, [owner_id])
    if (!active.has(owner_id)) throw atField('owner_id', errors.OWNER_NOT_ACTIVE)
  },
})
