import { formOf } from '@innoerp/sdk/ui'
import { Department, type NewDepartment } from '../shared/department.js'
import { Employee, type NewEmployee } from '../shared/employee.js'
import { departments, employees } from './hr-api.js'
import { departmentKind, employeeKind } from './kinds.js'

export const employeeForm = formOf<Employee, NewEmployee>({
  name: 'employee',
  schema: Employee,
  target: employees,
  layout: [
    ['first_name', 'last_name'],
    ['employee_no', 'job_title'],
    ['department_id', 'manager_id'],
    ['email', 'phone'],
    ['employment_type', 'status'],
    ['joined_on', 'left_on'],
    'user_id',
  ],
  fields: { department_id: { of: departmentKind }, manager_id: { of: employeeKind }, user_id: { kind: 'person' } },
})

export const departmentForm = formOf<Department, NewDepartment>({
  name: 'department',
  schema: Department,
  target: departments,
  layout: [['name', 'code'], 'parent_id', 'manager_id'],
  fields: {
    parent_id: { of: departmentKind },
    manager_id: { of: employeeKind, label: 'field.head_id' },
  },
  also: [employees.path],
})
