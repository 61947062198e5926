import { errorTable } from '@innoerp/sdk/contract'
import { IMPORT_ERRORS } from '@innoerp/sdk/server'

/** Coded errors of this module; each says what to do next. */
export const errors = errorTable('HR', {
  EMPLOYEE_NO_TAKEN: ['conflict', 'Another employee has this number. Choose another number.'],
  USER_TAKEN: ['conflict', 'This user is an employee already. Choose another user or leave the field empty.'],
  USER_NOT_ACTIVE: ['unprocessable', 'This person is not an active user of your organization. Choose somebody else or leave the field empty.'],
  DATES: ['unprocessable', 'The employee would leave before they joined. Choose a last day on or after the first one.'],
  DEPARTMENT_CODE_TAKEN: ['conflict', 'Another department has this code. Choose another code.'],
  DEPARTMENT_MISSING: ['unprocessable', 'There is no such department. Choose another one or leave the field empty.'],
  DEPARTMENT_DELETED: ['conflict', 'This department is deleted. Restore it first, choose another one, or leave the field empty.'],
  DEPARTMENT_CIRCLE: ['unprocessable', 'A department cannot stand below itself or below one of its own. Choose another department above it.'],
  DEPARTMENT_IN_USE: ['conflict', 'Employees or other departments belong to this department. Move them first, then delete it.'],
  MANAGER_MISSING: ['unprocessable', 'There is no such employee. Choose somebody else as manager or leave the field empty.'],
  MANAGER_DELETED: ['conflict', 'This manager is deleted. Restore the employee first, choose somebody else, or leave the field empty.'],
  MANAGER_CIRCLE: ['unprocessable', 'Nobody can report to themselves or to somebody who reports to them. Choose another manager.'],
  EMPLOYEE_IN_USE: ['conflict', 'People report to this employee, or a department is led by them. Choose another manager for these first.'],
  ...IMPORT_ERRORS,
})
