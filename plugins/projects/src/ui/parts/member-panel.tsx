import { Button } from '@mui/material'
import { UserMinus } from 'lucide-react'
import { Can, DateText, FactsPanel, PanelSection, PersonName, useT } from '@innoerp/sdk/ui'
import type { Member } from '../../shared/member.js'
import { memberFormOf } from '../forms.js'
import { useRemoveMember } from '../use-remove-member.js'

/** A member beside the list of members: their role is changed here. */
export function MemberPanel({ member }: { member: Member }) {
  const t = useT()
  const remove = useRemoveMember(member.project_id)
  return (
    <>
      <PanelSection>
        <h2>
          <PersonName id={member.user_id} size={40} />
        </h2>
      </PanelSection>
      <FactsPanel
        form={memberFormOf(member.project_id)}
        record={member}
        permission="projects.manage"
        sections={[{ facts: ['role', { label: t('field.since'), value: <DateText value={member.created_at} /> }] }]}
      />
      <Can permission="projects.manage">
        <PanelSection>
          <Button variant="outlined" startIcon={<UserMinus size={16} />} onClick={() => void remove(member)}>
            {t('member.remove')}
          </Button>
        </PanelSection>
      </Can>
    </>
  )
}
