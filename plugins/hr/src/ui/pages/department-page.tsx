import { useNavigate, useParams } from 'react-router'
import { AddButton, Avatar, Card, FactsPanel, LinkRows, LoadFailed, PageFrame, RecordLayout, RecordMenu, SkeletonLines, useList, useRecord, useT } from '@innoerp/sdk/ui'
import type { Department } from '../../shared/department.js'
import { departmentForm, employeeForm } from '../forms.js'
import { departments } from '../hr-api.js'
import { People, usePeopleCount } from '../parts/people.js'

/** One department with its people and the departments below it. */
export default function DepartmentPage() {
  const t = useT()
  const { id = '' } = useParams()
  const department = useRecord(departments, id)
  if (department.data) return <Loaded key={id} department={department.data} />
  return (
    <PageFrame title={t('nav.departments')} permission="hr.read">
      {department.error ? <LoadFailed error={department.error} title={t('department.oneNotLoaded')} onRetry={() => void department.refetch()} /> : <SkeletonLines />}
    </PageFrame>
  )
}

function Loaded({ department }: { department: Department }) {
  const t = useT()
  const navigate = useNavigate()
  const { id, name, code } = department
  const people = usePeopleCount({ department_id: id })
  const facts = (
    <FactsPanel
      form={departmentForm}
      record={department}
      permission="hr.write"
      sections={[{ title: 'department.facts', facts: ['code', 'parent_id', 'manager_id'] }, { facts: ['created_at', 'updated_at'] }]}
    />
  )
  return (
    <PageFrame
      fill
      title={name}
      permission="hr.read"
      crumbs={[{ label: t('nav.departments'), to: 'departments' }]}
      lead={<Avatar name={name} id={id} square size={40} />}
      {...(code && { facts: <span className="io-id">{code}</span> })}
      actions={<RecordMenu form={departmentForm} record={department} title={name} permission="hr.write" onDeleted={() => void navigate('/departments')} />}
    >
      <RecordLayout facts={facts} factsLabel={t('department.facts')}>
        <Card flush title={t('nav.employees')} {...(people && { count: people })} actions={<AddButton form={employeeForm} permission="hr.write" defaults={{ department_id: id }} />}>
          <People of={{ department_id: id }} none={t('department.nobody')} />
        </Card>
        <Card flush title={t('department.below')} actions={<AddButton form={departmentForm} permission="hr.write" defaults={{ parent_id: id }} />}>
          <Below id={id} />
        </Card>
      </RecordLayout>
    </PageFrame>
  )
}

function Below({ id }: { id: string }) {
  const t = useT()
  const list = useList(departments, { parent_id: id, sort: 'name', limit: 200 })
  if (!list.data) return <SkeletonLines rows={1} />
  const rows = list.data.items.map((one) => ({ id: one.id, to: `/departments/${one.id}`, title: one.name, second: one.code }))
  return <LinkRows rows={rows} none={t('department.noneBelow')} />
}
