import { useMemo } from 'react'
import { Can, columnsOf, CreateButton, DataTable, type Column } from '@innoerp/sdk/ui'
import { MemberList, type Member } from '../../shared/member.js'
import { memberFormOf } from '../forms.js'
import { membersOf } from '../projects-api.js'
import { MemberRoleCell } from './member-role-cell.js'
import { RemoveMember } from './remove-member.js'

const column = columnsOf<Member>()
const columns: readonly Column<Member>[] = [
  column.person('user_id', { width: 280 }),
  column.custom('role', { width: 180, render: (member) => <MemberRoleCell member={member} /> }),
  column.date('created_at', { label: 'field.since' }),
  column.custom('remove', { label: '', width: 64, render: (member) => <RemoveMember member={member} /> }),
]

/** Who works on the project, and as what. */
export function MembersTab({ projectId }: { projectId: string }) {
  const form = useMemo(() => memberFormOf(projectId), [projectId])
  const add = (
    <Can permission="projects.manage">
      <CreateButton form={form} variant="outlined" />
    </Can>
  )
  return (
    <DataTable
      name="member"
      source={membersOf(projectId)}
      spec={MemberList}
      columns={columns}
      tools={add}
      empty={{ icon: 'people' }}
    />
  )
}
