/** Tables of this module as its own statements name them. */
export const DEPARTMENT = 'mod_hr.department'
export const EMPLOYEE = 'mod_hr.employee'
