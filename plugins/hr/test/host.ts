import path from 'node:path'
import { wholeHost, type TestClient } from '@innoerp/sdk/testing'
import type { Department, NewDepartment } from '../src/shared/department.js'
import type { Employee, NewEmployee } from '../src/shared/employee.js'

export const HR = '/api/v1/hr'

/** One whole host with this module for all tests of a file. */
export const hrHost = () => wholeHost({ module: path.resolve(import.meta.dirname, '..') })

let made = 0
/** What creates an employee with a number of their own. */
export const somebody = () => ({ employee_no: `E-${(made += 1)}`, last_name: 'Nowak' })

export const makeEmployee = (client: TestClient, values: Partial<NewEmployee> = {}): Promise<Employee> =>
  client.post<Employee>(`${HR}/employees`, { ...somebody(), ...values }).expect(201)

export const makeDepartment = (client: TestClient, values: Partial<NewDepartment> = {}): Promise<Department> =>
  client.post<Department>(`${HR}/departments`, { name: 'Assembly', ...values }).expect(201)
