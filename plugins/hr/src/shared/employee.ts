import { Email, entity, listOf, Name, OneOf, Optional, PlainDate, ReadOnly, Type, Uuid } from '@innoerp/sdk/contract'
import type { NewRecord, RecordPatch, Static } from '@innoerp/sdk/contract'
import { Code } from './code.js'

/** How a person is employed. */
export const EMPLOYMENT_TYPES = ['full_time', 'part_time', 'temporary', 'apprentice', 'contractor'] as const
export type EmploymentType = (typeof EMPLOYMENT_TYPES)[number]

/** Who has left stays on file, and out of the organization chart and the headcount. */
export const EMPLOYEE_STATUSES = ['active', 'on_leave', 'left'] as const
export type EmployeeStatus = (typeof EMPLOYEE_STATUSES)[number]

/**
 * A person who works for the organization. `employee_no` is unique, whatever its case; a user is at most one employee; nobody reports
 * to themselves at any depth; nobody leaves before they joined.
 */
export const Employee = entity({
  name: ReadOnly(Type.String({ description: 'First and last name' })),
  employee_no: Code,
  first_name: Optional(Name(100)),
  last_name: Name(100),
  email: Optional(Email),
  phone: Optional(Name(50)),
  job_title: Optional(Name(120)),
  department_id: Optional(Uuid),
  manager_id: Optional(Uuid),
  user_id: Optional(Uuid),
  joined_on: Optional(PlainDate),
  left_on: Optional(PlainDate),
  employment_type: OneOf(EMPLOYMENT_TYPES, { default: 'full_time' }),
  status: OneOf(EMPLOYEE_STATUSES, { default: 'active' }),
})
export type Employee = Static<typeof Employee>
export type NewEmployee = NewRecord<typeof Employee>
export type EmployeePatch = RecordPatch<typeof Employee>

export const EmployeeList = listOf(Employee, {
  sort: ['last_name', 'name', 'employee_no', 'job_title', 'joined_on', 'updated_at'],
  search: ['name', 'employee_no', 'email', 'job_title'],
  filter: ['department_id', 'manager_id', 'user_id', 'status', 'employment_type', 'employee_no'],
})
