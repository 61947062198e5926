import { useQuery } from '@tanstack/react-query'
import { getApi, keys, resource } from '@innoerp/sdk/ui'
import type { Department, NewDepartment } from '../shared/department.js'
import type { Employee, NewEmployee } from '../shared/employee.js'
import type { Headcount, OrgChart } from '../shared/structure.js'

const HR = '/api/v1/hr'

export const employees = resource<Employee, NewEmployee>(`${HR}/employees`)
export const departments = resource<Department, NewDepartment>(`${HR}/departments`)

/** Below the employees' own path: whatever changes them changes who stands where. */
const keyOf = (what: string) => [...keys.all(employees.path), what]

/** Everybody who works here, each followed by whom reports to them. */
export const useOrgChart = () =>
  useQuery({ queryKey: keyOf('org-chart'), queryFn: ({ signal }) => getApi().get<OrgChart>(`${HR}/org-chart`, { signal }) })

/** How many work in each department. */
export const useHeadcount = () =>
  useQuery({ queryKey: keyOf('headcount'), queryFn: ({ signal }) => getApi().get<Headcount>(`${HR}/headcount`, { signal }) })
