import { atField } from '@innoerp/sdk/contract'
import { recordService, type ModuleEvents } from '@innoerp/sdk/server'
import { employeeEvents } from '../shared/events.js'
import type { EmployeeRepository } from './employee-repository.js'
import { errors } from './errors.js'
import type { Structure } from './structure.js'

interface Deps {
  employees: EmployeeRepository
  structure: Structure
  events: ModuleEvents
}

/** What the constraints of the table stand for. */
export const employeeRules = {
  employee_no_once: () => atField('employee_no', errors.EMPLOYEE_NO_TAKEN),
  employee_user_once: () => atField('user_id', errors.USER_TAKEN),
  employee_dates: () => atField('left_on', errors.DATES),
  employee_no_circle: () => atField('manager_id', errors.MANAGER_CIRCLE),
}

/**
 * Employees. Errors: `HR_EMPLOYEE_NO_TAKEN`, `HR_USER_TAKEN`, `HR_USER_NOT_ACTIVE`, `HR_DATES`, `HR_MANAGER_CIRCLE`,
 * `HR_EMPLOYEE_IN_USE`, those of a department or manager that is not there, and those of every record.
 */
export const createEmployeeService = ({ employees, structure, events }: Deps) =>
  recordService({
    records: employees,
    events,
    types: employeeEvents,
    created: ({ employee_no, first_name, last_name, user_id = null }) => ({
      employee_no,
      name: [first_name, last_name].filter(Boolean).join(' '),
      user_id,
    }),
    rules: () => employeeRules,
    check: structure.requireUser,
    saving: structure.place,
    removing: structure.removeEmployee,
    restoring: async (tx, id) => structure.place(tx, await employees.hiddenPlace(tx, id)),
  })
