import type { ImportField } from '@innoerp/sdk/ui'
import { IMPORT_FIELDS, type ImportField as FieldName } from '../shared/employee-import.js'

/** What columns of other programs are called, beside the fields' own names. */
const ALIASES: Readonly<Record<FieldName, readonly string[]>> = {
  employee_no: ['number', 'employee number', 'personnel number', 'nummer', 'personalnummer', 'pers.-nr.'],
  first_name: ['given name', 'forename', 'vorname'],
  last_name: ['surname', 'family name', 'name', 'nachname'],
  email: ['mail', 'e-mail address'],
  phone: ['telephone', 'tel', 'telefon'],
  job_title: ['title', 'position', 'role', 'funktion', 'stelle'],
  department_code: ['department', 'cost centre', 'abteilung', 'kostenstelle'],
  joined_on: ['joined', 'hired', 'start date', 'eintritt', 'eintrittsdatum'],
  left_on: ['left', 'end date', 'austritt', 'austrittsdatum'],
  employment_type: ['employment', 'contract', 'beschäftigung'],
  status: ['state', 'stand'],
}
const REQUIRED: readonly string[] = ['employee_no', 'last_name']

/** Fields of an employee that a file can fill. */
export const importFields: readonly ImportField[] = Object.keys(IMPORT_FIELDS).map((name) => ({
  name,
  required: REQUIRED.includes(name),
  alias: ALIASES[name as FieldName],
}))
