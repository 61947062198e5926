import { recordKind } from '@innoerp/sdk/ui'
import type { Department } from '../shared/department.js'
import type { Employee } from '../shared/employee.js'
import { departments, employees } from './hr-api.js'

export const employeeKind = recordKind<Employee>({
  source: employees,
  title: ({ name }) => name,
  second: ({ job_title, employee_no }) => [job_title, employee_no].filter(Boolean).join(' · '),
  avatar: 'round',
})

export const departmentKind = recordKind<Department>({ source: departments, title: ({ name }) => name, second: ({ code }) => code ?? '' })
