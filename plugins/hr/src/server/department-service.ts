import { atField } from '@innoerp/sdk/contract'
import { recordService, type ModuleEvents } from '@innoerp/sdk/server'
import { departmentEvents } from '../shared/events.js'
import type { DepartmentRepository } from './department-repository.js'
import { errors } from './errors.js'
import type { Structure } from './structure.js'

interface Deps {
  departments: DepartmentRepository
  structure: Structure
  events: ModuleEvents
}

const rules = {
  department_code: () => atField('code', errors.DEPARTMENT_CODE_TAKEN),
  department_no_circle: () => atField('parent_id', errors.DEPARTMENT_CIRCLE),
}

/**
 * Departments. Errors: `HR_DEPARTMENT_CODE_TAKEN`, `HR_DEPARTMENT_CIRCLE`, `HR_DEPARTMENT_IN_USE`, those of a parent or manager that
 * is not there, and those of every record.
 */
export const createDepartmentService = ({ departments, structure, events }: Deps) =>
  recordService({
    records: departments,
    events,
    types: departmentEvents,
    created: ({ name }) => ({ name }),
    rules: () => rules,
    saving: structure.place,
    removing: structure.removeDepartment,
    restoring: async (tx, id) => structure.place(tx, await departments.hiddenPlace(tx, id)),
  })
