import { event, Nullable, recordEvents, Type, Uuid } from '@innoerp/sdk/contract'

export const departmentEvents = recordEvents('hr.department', { name: Type.String() })

export const employeeEvents = recordEvents('hr.employee', { employee_no: Type.String(), name: Type.String(), user_id: Nullable(Uuid) })
/** Some of the employees of one import, at most a thousand; an import of more publishes several. */
export const EmployeeImported = event('hr.employee.imported', 1, Type.Object({ employee_ids: Type.Array(Uuid) }))
