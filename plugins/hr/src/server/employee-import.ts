import type { ImportedRow, ImportSpec, JudgedRow, ModuleEvents } from '@innoerp/sdk/server'
import { withRules } from '@innoerp/sdk/server'
import { IMPORT_FIELDS } from '../shared/employee-import.js'
import { EmployeeImported } from '../shared/events.js'
import type { DepartmentRepository } from './department-repository.js'
import type { EmployeeRepository } from './employee-repository.js'
import { employeeRules } from './employee-service.js'
import { errors } from './errors.js'
import type { Structure } from './structure.js'

interface Deps {
  employees: EmployeeRepository
  departments: DepartmentRepository
  structure: Structure
  events: ModuleEvents
}

const COLUMNS = ['id', 'department_id', ...Object.keys(IMPORT_FIELDS).filter((field) => field !== 'department_code')]

/** How employees are taken out of a file; the department is found by its code. */
export const createEmployeeImport = ({ employees, departments, structure, events }: Deps): ImportSpec => ({
  noun: 'employee',
  fields: IMPORT_FIELDS,
  required: { employee_no: 'An employee needs a number.', last_name: 'An employee needs a last name.' },
  unique: ['employee_no'],
  errors,

  judge: async (ctx, rows) => {
    const taken = await employees.takenNumbers(ctx, rows.map(numberOf))
    const codes = rows.map(codeOf).filter(Boolean)
    if (codes.length > 0) await structure.hold(ctx)
    const ids = await departments.idsByCode(ctx, codes)
    for (const row of rows) {
      const { employee_no, joined_on, left_on } = row.values
      if (taken.has(numberOf(row))) row.fail('employee_no', `Another employee has the number “${employee_no}”.`)
      if (joined_on && left_on && left_on < joined_on) row.fail('left_on', 'The employee would leave before they joined.')
      placeRow(row, ids)
    }
  },

  insert: (tx, rows) => {
    const imported = events.statement(tx, EmployeeImported, { data: { employee_ids: rows.map(({ id }) => id) } })
    return withRules(employeeRules, () => employees.insertMany(tx, rows.map(({ id, values }) => ({ ...values, id })), { columns: COLUMNS, also: [imported] }))
  },
})

const numberOf = ({ values }: ImportedRow): string => (values.employee_no ?? '').toLowerCase()
const codeOf = ({ values }: ImportedRow): string => (values.department_code ?? '').toLowerCase()

/** Puts the row into the department whose code it names. */
function placeRow(row: JudgedRow, ids: ReadonlyMap<string, string>): void {
  const code = codeOf(row)
  if (code === '') return
  const id = ids.get(code)
  if (id === undefined) row.fail('department_code', `There is no department with the code “${row.values.department_code}”.`)
  else row.values.department_id = id
}
