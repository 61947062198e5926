import { FactsPanel, PanelHead, PanelSection, useT } from '@innoerp/sdk/ui'
import type { Employee } from '../../shared/employee.js'
import { employeeForm } from '../forms.js'
import { EmployeeChip } from './employee-chip.js'
import { People, usePeopleCount } from './people.js'

/** Somebody beside the list of employees. */
export function EmployeePanel({ employee, onDeleted }: { employee: Employee; onDeleted(): void }) {
  const t = useT()
  const reports = usePeopleCount({ manager_id: employee.id })
  return (
    <>
      <PanelHead
        form={employeeForm}
        record={employee}
        title={employee.name}
        second={[employee.job_title, employee.employee_no].filter(Boolean).join(' · ')}
        chip={<EmployeeChip employee={employee} />}
        permission="hr.write"
        onDeleted={onDeleted}
      />
      <FactsPanel
        form={employeeForm}
        record={employee}
        permission="hr.write"
        sections={[{ facts: ['department_id', 'manager_id', 'email', 'phone', 'joined_on', 'left_on', 'employment_type', 'status'] }]}
      />
      <PanelSection title={t('employee.reports')} {...(reports && { count: reports })}>
        <People of={{ manager_id: employee.id }} none={t('employee.noReports')} />
      </PanelSection>
    </>
  )
}
