import { Avatar, ErrorState, LinkRows, SkeletonLines, useList, useT, type ListParams } from '@innoerp/sdk/ui'
import { employees } from '../hr-api.js'
import { EmployeeChip } from './employee-chip.js'

/** Rows beside a record; who wants more goes to the list. */
const SHOWN = 50

/** Which people: of a manager, or of a department. */
export type PeopleOf = { manager_id: string } | { department_id: string }

const paramsOf = (of: PeopleOf): ListParams => ({ ...of, sort: 'name', limit: SHOWN })

/** The people who report to somebody, or work in a department. */
export function People({ of, none }: { of: PeopleOf; none: string }) {
  const t = useT()
  const list = useList(employees, paramsOf(of))
  if (list.error) return <ErrorState error={list.error} title={t('employee.notLoaded')} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonLines rows={2} />
  const rows = list.data.items.map((employee) => ({
    id: employee.id,
    to: `/employees/${employee.id}`,
    lead: <Avatar name={employee.name} id={employee.id} size={24} />,
    title: employee.name,
    second: employee.job_title,
    ...(employee.status !== 'active' && { end: <EmployeeChip cell employee={employee} /> }),
  }))
  return <LinkRows rows={rows} none={none} />
}

/** How many they are; undefined until it is known. */
export const usePeopleCount = (of: PeopleOf) => useList(employees, paramsOf(of)).data?.total
