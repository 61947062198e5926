import { Button } from '@mui/material'
import { Plus, UserMinus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { columnsOf, DataTable, FormDialog, optionLabel, useCan, useT, type PhoneRow, type Translate } from '@innoerp/sdk/ui'
import { MemberList, type Member } from '../../shared/member.js'
import { memberFormOf } from '../forms.js'
import { membersOf } from '../projects-api.js'
import { usePeople } from '../use-people.js'
import { useRemoveMember } from '../use-remove-member.js'
import { MemberPanel } from './member-panel.js'

const column = columnsOf<Member>()
const panelOf = (member: Member) => <MemberPanel member={member} />

const columnsWith = (t: Translate, remove: (member: Member) => void) => [
  column.person('user_id', { width: 280 }),
  column.custom('role', { width: 160, render: (member) => optionLabel(t, 'role', member.role) }),
  column.date('created_at', { label: 'field.since' }),
  column.actions([{ id: 'remove', label: t('member.remove'), icon: <UserMinus size={16} />, permission: 'projects.manage', run: remove }]),
]

/** Who works on the project, and as what. */
export function MembersTab({ projectId }: { projectId: string }) {
  const t = useT()
  const people = usePeople()
  const form = useMemo(() => memberFormOf(projectId), [projectId])
  const remove = useRemoveMember(projectId)
  const canManage = useCan('projects.manage')
  const [adding, setAdding] = useState(false)
  const add = canManage && (
    <Button variant="outlined" startIcon={<Plus size={16} />} onClick={() => setAdding(true)}>
      {t('member.new')}
    </Button>
  )
  const phoneRow = (member: Member): PhoneRow => ({
    title: people.get(member.user_id) ?? t('member.somebody'),
    meta: [optionLabel(t, 'role', member.role)],
  })
  return (
    <>
      <DataTable
        name="member"
        source={membersOf(projectId)}
        spec={MemberList}
        columns={columnsWith(t, (member) => void remove(member))}
        panel={panelOf}
        phoneRow={phoneRow}
        tools={add}
        empty={{ icon: 'people', ...(add && { actions: add }) }}
      />
      <FormDialog form={form} open={adding} onClose={() => setAdding(false)} />
    </>
  )
}
