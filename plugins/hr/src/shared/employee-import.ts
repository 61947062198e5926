import { Optional } from '@innoerp/sdk/contract'
import { Code } from './code.js'
import { Employee } from './employee.js'

const { employee_no, first_name, last_name, email, phone, job_title, joined_on, left_on, employment_type, status } = Employee.properties

/** Fields that a file may fill. A department is named by its code; managers and users are chosen afterwards. */
export const IMPORT_FIELDS = {
  employee_no, first_name, last_name, email, phone, job_title, department_code: Optional(Code), joined_on, left_on, employment_type, status,
}
export type ImportField = keyof typeof IMPORT_FIELDS
