import { Strict, Type, type Static } from '@innoerp/sdk/contract'
import type { Employee } from './employee.js'

const Ids = Type.Array(Type.String({ pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' }), { maxItems: 200 })

/** What `hr.employee.lookup` takes: employees by their own ids, by those of their users, or both. */
export const EmployeeLookup = Strict({ ids: Type.Optional(Ids), user_ids: Type.Optional(Ids) })
export type EmployeeLookup = Static<typeof EmployeeLookup>

/** What it tells of each; who is not found is not in the answer. */
export type FoundEmployee = Pick<
  Employee,
  'id' | 'employee_no' | 'name' | 'email' | 'job_title' | 'department_id' | 'manager_id' | 'user_id' | 'status'
>
