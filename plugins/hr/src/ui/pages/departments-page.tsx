import { useNavigate } from 'react-router'
import { columnsOf, DataTable, filter, NOTHING, PageFrame, RecordName, useBulkDelete, useListState, useNew, useT, type ListStateHandle, type PhoneRow } from '@innoerp/sdk/ui'
import { DepartmentList, type Department } from '../../shared/department.js'
import { departmentForm } from '../forms.js'
import { departments, employees, useHeadcount } from '../hr-api.js'
import { departmentKind, employeeKind } from '../kinds.js'
import { DepartmentPanel } from '../parts/department-panel.js'

/** How many work in a department. */
function PeopleIn({ department: { id } }: { department: Department }) {
  const { data } = useHeadcount()
  const found = data?.items.find(({ department_id }) => department_id === id)
  return found?.employees ?? (data ? 0 : NOTHING)
}

const column = columnsOf<Department>()
const columns = [
  column.name('name', { link: ({ id }) => `/departments/${id}` }),
  column.text('code', { mono: true, width: 104 }),
  column.record('parent_id', { of: departmentKind }),
  column.record('manager_id', { of: employeeKind, label: 'field.head_id' }),
  column.custom('people', { figure: true, width: 112, sort: 'people', label: 'nav.employees', render: (department) => <PeopleIn department={department} /> }),
  column.date('updated_at', { rel: true, optional: true }),
]
const filters = [filter.record('parent_id', departmentKind), filter.record('manager_id', employeeKind, { label: 'field.head_id' })]

/** All departments of the organization. */
export default function DepartmentsPage() {
  const t = useT()
  const navigate = useNavigate()
  const list = useListState()
  const remove = useBulkDelete(departments, { name: 'department', permission: 'hr.write', also: [employees.path] })
  const create = useNew({ form: departmentForm, permission: 'hr.write', onDone: ({ id }) => void navigate(`/departments/${id}`) })
  return (
    <PageFrame fill title={t('nav.departments')} permission="hr.read" actions={create.button}>
      <DataTable
        name="department"
        source={departments}
        spec={DepartmentList}
        columns={columns}
        filters={filters}
        state={list}
        bulk={[remove]}
        panel={panelIn(list)}
        phoneRow={phoneRow}
        empty={{ icon: 'building', actions: create.button }}
      />
      {create.dialog}
    </PageFrame>
  )
}

const panelIn = (list: ListStateHandle) => (department: Department) => <DepartmentPanel key={department.id} department={department} onDeleted={() => list.update({ open: undefined })} />

const phoneRow = ({ name, code, manager_id }: Department): PhoneRow => ({
  title: name,
  meta: [code, manager_id && <RecordName key="head" kind={employeeKind} id={manager_id} size={18} />].filter(Boolean),
})
