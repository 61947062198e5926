import { BusyButton, Dialog, useFormat, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { Check, Copy } from 'lucide-react'
import { useId } from 'react'
import { invitationLink, type Invitation } from '../../../clients/user'
import { LinkField } from '../../parts/link-field'
import { useCopy } from '../../parts/use-copy'

export interface LinkDialogProps {
  invitation: Invitation | undefined
  open: boolean
  onClose(): void
}

/** The link of a new invitation: whoever is invited gets it from the person who invited. */
export function LinkDialog({ invitation, open, onClose }: LinkDialogProps) {
  const titleId = useId()
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog' } }}>
      {invitation && <Content invitation={invitation} titleId={titleId} onClose={onClose} />}
    </Dialog>
  )
}

function Content({ invitation, titleId, onClose }: { invitation: Invitation; titleId: string; onClose(): void }) {
  const t = useT()
  const format = useFormat()
  const link = invitationLink(invitation, location.origin)
  const { copied, copy } = useCopy()
  return (
    <>
      <div className="io-dialog-body">
        <h2 className="io-dialog-title" id={titleId}>
          {t('invitation.made', { email: invitation.email })}
        </h2>
        <p className="io-t2 io-dense">{t('invitation.handOn', { date: format.date(invitation.expires_at) })}</p>
        <LinkField label={t('link.label')} link={link} />
      </div>
      <div className="io-dialog-foot">
        <Button variant="text" onClick={onClose}>
          {t('action.close')}
        </Button>
        <BusyButton variant="contained" autoFocus icon={copied ? <Check size={16} /> : <Copy size={16} />} onClick={() => void copy(link)}>
          {t(copied ? 'link.copied' : 'link.copy')}
        </BusyButton>
      </div>
    </>
  )
}
