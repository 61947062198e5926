import { useMemo, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import {
  columnsOf, DataTable, filter, ImportButton, PageFrame, RecordName, SavedViews, useBulkDelete, useList, useListState, useNew, usePhone, useT,
  type ListStateHandle, type ListView, type PhoneRow,
} from '@innoerp/sdk/ui'
import { EMPLOYEE_STATUSES, EmployeeList, EMPLOYMENT_TYPES, type Employee } from '../../shared/employee.js'
import { employeeForm } from '../forms.js'
import { employees } from '../hr-api.js'
import { departmentKind, employeeKind } from '../kinds.js'
import { EmployeeChip, STATUS_TONES } from '../parts/employee-chip.js'
import { EmployeePanel } from '../parts/employee-panel.js'

const column = columnsOf<Employee>()
const columns = [
  column.name('name', { avatar: 'round', link: ({ id }) => `/employees/${id}` }),
  column.text('employee_no', { mono: true, width: 104 }),
  column.text('job_title', { width: 160 }),
  column.record('department_id', { of: departmentKind, width: 148 }),
  column.record('manager_id', { of: employeeKind, width: 168 }),
  column.state('status', { tones: STATUS_TONES }),
  column.date('joined_on', { width: 116 }),
  column.text('email', { optional: true, width: 220 }),
  column.text('phone', { optional: true }),
]
const filters = [
  filter.record('department_id', departmentKind),
  filter.record('manager_id', employeeKind),
  filter.choice('status', EMPLOYEE_STATUSES),
  filter.choice('employment_type', EMPLOYMENT_TYPES),
]

/** Everybody who works, or has worked, for the organization. */
export default function EmployeesPage() {
  const t = useT()
  const navigate = useNavigate()
  const phone = usePhone()
  const views = useViews()
  const list = useListState({ views })
  const remove = useBulkDelete(employees, { name: 'employee', permission: 'hr.write' })
  const create = useNew({ form: employeeForm, permission: 'hr.write', onDone: ({ id }) => void navigate(`/employees/${id}`) })
  const actions = (
    <>
      {!phone && <ImportEmployees />}
      {create.button}
    </>
  )
  return (
    <PageFrame fill title={t('nav.employees')} permission="hr.read" actions={actions} tabs={<SavedViews views={views} state={list} />}>
      <DataTable
        name="employee"
        source={employees}
        spec={EmployeeList}
        columns={columns}
        filters={filters}
        state={list}
        bulk={[remove]}
        panel={panelIn(list)}
        phoneRow={phoneRow}
        empty={{ icon: 'people', actions: <FirstActions create={create.button} /> }}
      />
      {create.dialog}
    </PageFrame>
  )
}

const panelIn = (list: ListStateHandle) => (employee: Employee) => <EmployeePanel key={employee.id} employee={employee} onDeleted={() => list.update({ open: undefined })} />

const phoneRow = (employee: Employee): PhoneRow => ({
  title: employee.name,
  meta: [employee.job_title, employee.department_id && <RecordName key="department" kind={departmentKind} id={employee.department_id} />].filter(Boolean),
  ...(employee.status !== 'active' && { state: <EmployeeChip cell employee={employee} /> }),
})

const ImportEmployees = () => <ImportButton name="employee" permission="hr.import" to="/import" />

const FirstActions = ({ create }: { create: ReactNode }) => (
  <>
    <ImportEmployees />
    {create}
  </>
)

/** All employees, and those of each state. */
function useViews(): readonly ListView[] {
  const all = useList(employees, { limit: 1 }).data?.total
  const active = useList(employees, { limit: 1, status: 'active' }).data?.total
  return useMemo(
    () => [
      { id: 'all', label: 'view.all', count: all },
      { id: 'active', label: 'view.active', count: active, filters: [{ field: 'status', values: ['active'] }] },
      { id: 'on_leave', label: 'view.onLeave', filters: [{ field: 'status', values: ['on_leave'] }] },
      { id: 'left', label: 'view.left', filters: [{ field: 'status', values: ['left'] }] },
    ],
    [all, active],
  )
}
