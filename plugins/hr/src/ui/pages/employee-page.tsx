import { useNavigate, useParams } from 'react-router'
import { AddButton, Avatar, Card, FactsPanel, LoadFailed, PageFrame, RecordLayout, RecordMenu, SkeletonLines, useRecord, useT } from '@innoerp/sdk/ui'
import type { Employee } from '../../shared/employee.js'
import { employeeForm } from '../forms.js'
import { employees } from '../hr-api.js'
import { EmployeeChip } from '../parts/employee-chip.js'
import { ManagerLine } from '../parts/manager-line.js'
import { People, usePeopleCount } from '../parts/people.js'

/** One employee with everything about them. */
export default function EmployeePage() {
  const t = useT()
  const { id = '' } = useParams()
  const employee = useRecord(employees, id)
  if (employee.data) return <Loaded key={id} employee={employee.data} />
  return (
    <PageFrame title={t('nav.employees')} permission="hr.read">
      {employee.error ? <LoadFailed error={employee.error} title={t('employee.oneNotLoaded')} onRetry={() => void employee.refetch()} /> : <SkeletonLines />}
    </PageFrame>
  )
}

function Loaded({ employee }: { employee: Employee }) {
  const t = useT()
  const navigate = useNavigate()
  const reports = usePeopleCount({ manager_id: employee.id })
  const below = { manager_id: employee.id, ...(employee.department_id && { department_id: employee.department_id }) }
  return (
    <PageFrame
      fill
      title={employee.name}
      permission="hr.read"
      crumbs={[{ label: t('nav.employees'), to: '' }]}
      lead={<Avatar name={employee.name} id={employee.id} size={40} />}
      chip={<EmployeeChip employee={employee} />}
      facts={[employee.job_title, employee.employee_no].filter(Boolean).join(' · ')}
      actions={<RecordMenu form={employeeForm} record={employee} title={employee.name} permission="hr.write" onDeleted={() => void navigate('/')} />}
    >
      <RecordLayout facts={<EmployeeFacts employee={employee} />} factsLabel={t('employee.facts')}>
        {employee.manager_id && (
          <Card flush title={t('employee.line')}>
            <ManagerLine managerId={employee.manager_id} />
          </Card>
        )}
        <Card flush title={t('employee.reports')} {...(reports && { count: reports })} actions={<AddButton form={employeeForm} permission="hr.write" defaults={below} />}>
          <People of={{ manager_id: employee.id }} none={t('employee.noReports')} />
        </Card>
      </RecordLayout>
    </PageFrame>
  )
}

const EmployeeFacts = ({ employee }: { employee: Employee }) => (
  <FactsPanel
    form={employeeForm}
    record={employee}
    permission="hr.write"
    sections={[
      { title: 'employee.work', facts: ['department_id', 'manager_id', 'job_title', 'employee_no', 'employment_type', 'status', 'joined_on', 'left_on'] },
      { title: 'employee.contact', facts: ['email', 'phone', 'user_id'] },
      { facts: ['created_at', 'updated_at'] },
    ]}
  />
)
