import type { Context } from '@innoerp/sdk/contract'
import { bind, TenantModel, type TenantDb } from '@innoerp/sdk/server'
import { Department, DepartmentList } from '../shared/department.js'
import { DEPARTMENT } from './tables.js'

export class DepartmentModel extends TenantModel {
  static override tableName = 'department'
  static override entity = Department
}

const HIDDEN_PLACE = `select parent_id, manager_id from ${DEPARTMENT} where id = $1 and deleted_at is not null`
const BY_CODE = `select id, lower(code) as code from ${DEPARTMENT} where lower(code) = any($1::text[]) and deleted_at is null`

export type DepartmentRepository = ReturnType<typeof createDepartmentRepository>

export const createDepartmentRepository = (db: TenantDb) => ({
  ...db.crud(DepartmentModel),
  list: db.list(DepartmentModel, DepartmentList),

  /** Where a deleted department stands. */
  hiddenPlace: async (ctx: Context, id: string) => (await db.run<Pick<Department, 'parent_id' | 'manager_id'>>(ctx, bind(HIDDEN_PLACE, [id])))[0] ?? {},

  /** Ids of departments by their codes in small letters. */
  idsByCode: async (ctx: Context, codes: readonly string[]): Promise<Map<string, string>> => {
    const rows = await db.run<{ id: string; code: string }>(ctx, bind(BY_CODE, [codes]))
    return new Map(rows.map(({ id, code }) => [code, id]))
  },
})
