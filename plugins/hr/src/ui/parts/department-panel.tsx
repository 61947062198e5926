import { FactsPanel, PanelHead, PanelSection, useT } from '@innoerp/sdk/ui'
import type { Department } from '../../shared/department.js'
import { departmentForm } from '../forms.js'
import { People, usePeopleCount } from './people.js'

/** A department beside the list of departments. */
export function DepartmentPanel({ department, onDeleted }: { department: Department; onDeleted(): void }) {
  const t = useT()
  const people = usePeopleCount({ department_id: department.id })
  return (
    <>
      <PanelHead avatar="square" form={departmentForm} record={department} title={department.name} second={department.code} permission="hr.write" onDeleted={onDeleted} />
      <FactsPanel form={departmentForm} record={department} permission="hr.write" sections={[{ facts: ['code', 'parent_id', 'manager_id'] }]} />
      <PanelSection title={t('nav.employees')} {...(people && { count: people })}>
        <People of={{ department_id: department.id }} none={t('department.nobody')} />
      </PanelSection>
    </>
  )
}
