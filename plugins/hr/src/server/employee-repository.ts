import type { Context } from '@innoerp/sdk/contract'
import { bind, TenantModel, type TenantDb } from '@innoerp/sdk/server'
import { Employee, EmployeeList } from '../shared/employee.js'
import type { EmployeeLookup, FoundEmployee } from '../shared/lookup.js'
import { EMPLOYEE } from './tables.js'

export class EmployeeModel extends TenantModel {
  static override tableName = 'employee'
  static override entity = Employee
}

const HIDDEN_PLACE = `select department_id, manager_id from ${EMPLOYEE} where id = $1 and deleted_at is not null`
const TAKEN = `select lower(employee_no) as employee_no from ${EMPLOYEE} where lower(employee_no) = any($1::text[]) and deleted_at is null`
const LOOKUP = `select id, employee_no, name, email, job_title, department_id, manager_id, user_id, status from ${EMPLOYEE}
  where (id = any($1::uuid[]) or user_id = any($2::uuid[])) and deleted_at is null order by name, id`

export type EmployeeRepository = ReturnType<typeof createEmployeeRepository>

export const createEmployeeRepository = (db: TenantDb) => ({
  ...db.crud(EmployeeModel),
  list: db.list(EmployeeModel, EmployeeList),

  /** Where a deleted employee stands. */
  hiddenPlace: async (ctx: Context, id: string) => (await db.run<Pick<Employee, 'department_id' | 'manager_id'>>(ctx, bind(HIDDEN_PLACE, [id])))[0] ?? {},

  /** Which of these numbers, in small letters, somebody has. */
  takenNumbers: async (ctx: Context, numbers: readonly string[]): Promise<Set<string>> =>
    new Set((await db.run<{ employee_no: string }>(ctx, bind(TAKEN, [numbers]))).map(({ employee_no }) => employee_no)),

  lookup: (ctx: Context, { ids = [], user_ids = [] }: EmployeeLookup) => db.run<FoundEmployee>(ctx, bind(LOOKUP, [ids, user_ids])),
})
