import { DateText, Facts, PanelSection, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { invitationLink, type Invitation } from '../../../clients/user'
import { LinkField } from '../../parts/link-field'
import { TypeName } from './type-name'

export interface InvitationPanelProps {
  invitation: Invitation
  onRevoke(): void
}

/** An invitation beside the list, with the link to hand on. */
export function InvitationPanel({ invitation, onRevoke }: InvitationPanelProps) {
  const t = useT()
  const { email, user_type, created_at, expires_at } = invitation
  return (
    <>
      <PanelSection>
        <h2 className="io-trunc" dir="ltr" title={email}>
          {email}
        </h2>
      </PanelSection>
      <PanelSection>
        <Facts
          items={[
            { label: t('field.user_type'), value: <TypeName type={user_type} /> },
            { label: t('field.invited'), value: <DateText value={created_at} rel /> },
            { label: t('field.expires_at'), value: <DateText value={expires_at} /> },
          ]}
        />
      </PanelSection>
      <PanelSection>
        <LinkField label={t('link.label')} link={invitationLink(invitation, location.origin)} hint={t('link.hint')} />
      </PanelSection>
      <PanelSection>
        <Button variant="outlined" color="error" onClick={onRevoke}>
          {t('invitation.revoke')}
        </Button>
      </PanelSection>
    </>
  )
}
