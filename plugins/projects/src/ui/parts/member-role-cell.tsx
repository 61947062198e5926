import { MenuItem, Select } from '@mui/material'
import { errorText, optionLabel, useCan, useT, useToast } from '@innoerp/sdk/ui'
import { MEMBER_ROLES, type Member, type MemberRole } from '../../shared/member.js'
import { useMemberRole } from '../projects-api.js'
import { usePeople } from '../use-people.js'

/** A member's role; who may choose members changes it here. */
export function MemberRoleCell({ member }: { member: Member }) {
  const t = useT()
  const toast = useToast()
  const canManage = useCan('projects.manage')
  const name = usePeople().get(member.user_id) ?? ''
  const change = useMemberRole(member.project_id)
  if (!canManage) return optionLabel(t, 'role', member.role)
  const choose = (role: MemberRole) =>
    change.mutate(
      { member, role },
      {
        onSuccess: () => toast(t('member.changed')),
        onError: (error) => toast({ text: errorText(t, error), tone: 'error' }),
      },
    )
  return (
    <Select
      size="small"
      value={member.role}
      disabled={change.isPending}
      onChange={(event) => choose(event.target.value as MemberRole)}
      inputProps={{ 'aria-label': t('member.roleOf', { name }) }}
    >
      {MEMBER_ROLES.map((role) => (
        <MenuItem key={role} value={role}>
          {optionLabel(t, 'role', role)}
        </MenuItem>
      ))}
    </Select>
  )
}
