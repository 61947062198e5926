import { atField, type Context, type ErrorMaker } from '@innoerp/sdk/contract'
import { bind, treeLock, type CorePorts, type TenantDb } from '@innoerp/sdk/server'
import { errors } from './errors.js'
import { DEPARTMENT, EMPLOYEE } from './tables.js'

/** The fields by which employees and departments point at each other. */
export interface Placed {
  department_id?: string | null
  parent_id?: string | null
  manager_id?: string | null
}
type PlaceField = keyof Placed

interface Target {
  table: string
  missing: ErrorMaker
  deleted: ErrorMaker
}
const DEPARTMENTS: Target = { table: DEPARTMENT, missing: errors.DEPARTMENT_MISSING, deleted: errors.DEPARTMENT_DELETED }
const TARGETS: Readonly<Record<PlaceField, Target>> = {
  department_id: DEPARTMENTS,
  parent_id: DEPARTMENTS,
  manager_id: { table: EMPLOYEE, missing: errors.MANAGER_MISSING, deleted: errors.MANAGER_DELETED },
}
const FIELDS: readonly PlaceField[] = ['department_id', 'parent_id', 'manager_id']

const HOLD = treeLock('mod_hr')
const stateOf = (table: string): string => `select deleted_at is not null as deleted from ${table} where id = $1`
const DEPARTMENT_USED = `select exists (select from ${EMPLOYEE} where department_id = $1 and deleted_at is null)
  or exists (select from ${DEPARTMENT} where parent_id = $1 and deleted_at is null) as used`
const EMPLOYEE_USED = `select exists (select from ${EMPLOYEE} where manager_id = $1 and deleted_at is null)
  or exists (select from ${DEPARTMENT} where manager_id = $1 and deleted_at is null) as used`

export type Structure = ReturnType<typeof createStructure>

/**
 * Who stands where. Whatever places or removes somebody holds the organization's structure until its transaction ends, so what is
 * pointed at cannot be deleted meanwhile, and what is deleted cannot be pointed at.
 */
export const createStructure = ({ db, core }: { db: TenantDb; core: CorePorts }) => {
  const removable = async (tx: Context, { used, id, refusal }: { used: string; id: string; refusal: ErrorMaker }): Promise<void> => {
    const [, rows] = await db.batch(tx, [HOLD, bind(used, [id])])
    if (rows?.[0]?.used === true) throw refusal()
  }
  return {
    /** Keeps others from placing or removing anybody until the transaction ends. */
    hold: async (tx: Context): Promise<void> => void (await db.run(tx, HOLD)),

    /** Refuses to point at what is not there. Ids of other organizations and ids of nobody get the same answer. */
    place: async (tx: Context, values: Placed): Promise<void> => {
      const named = FIELDS.filter((field) => values[field])
      if (named.length === 0) return
      const [, ...found] = await db.batch(tx, [HOLD, ...named.map((field) => bind(stateOf(TARGETS[field].table), [values[field]]))])
      for (const [index, field] of named.entries()) {
        const row = found[index]?.[0]
        if (!row) throw atField(field, TARGETS[field].missing)
        if (row.deleted === true) throw atField(field, TARGETS[field].deleted)
      }
    },

    /** Errors: `HR_DEPARTMENT_IN_USE`. */
    removeDepartment: (tx: Context, id: string) => removable(tx, { used: DEPARTMENT_USED, id, refusal: errors.DEPARTMENT_IN_USE }),

    /** Errors: `HR_EMPLOYEE_IN_USE`. */
    removeEmployee: (tx: Context, id: string) => removable(tx, { used: EMPLOYEE_USED, id, refusal: errors.EMPLOYEE_IN_USE }),

    /** Errors: `HR_USER_NOT_ACTIVE`. */
    requireUser: async (ctx: Context, { user_id }: { user_id?: string | null }): Promise<void> => {
      if (!user_id) return
      const active = await core.activeUsers(ctx, [user_id])
      if (!active.has(user_id)) throw atField('user_id', errors.USER_NOT_ACTIVE)
    },
  }
}
