import { ConfirmDialog, DataTable, columnsOf, useListState, usePhone, useRemove, useT, useToast, type PhoneRow } from '@innoerp/sdk/ui'
import { Copy, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { invitationLink, invitations, type Invitation } from '../../../clients/user'
import { CORE_PERMISSIONS } from '../../../root/core-permissions'
import { useAsked, type Asked } from '../../parts/use-asked'
import { useCopy } from '../../parts/use-copy'
import { InvitationPanel } from './invitation-panel'
import { INVITATIONS_PATH } from './paths'
import { TypeName } from './type-name'
import { UsersFrame } from './users-frame'

const PENDING = { status: 'pending' }
const SPEC = { sort: ['created_at'], search: ['email'] }
const column = columnsOf<Invitation>()
const COLUMNS = [
  column.name('email', { avatar: 'round' }),
  column.custom('user_type', { render: ({ user_type }) => <TypeName type={user_type} /> }),
  column.date('created_at', { label: 'field.invited', rel: true, width: 168 }),
  column.date('expires_at'),
]

function useColumns(revoking: Asked<Invitation>) {
  const t = useT()
  const toast = useToast()
  const { copy } = useCopy()
  const { ask } = revoking
  return useMemo(() => {
    const copyLink = async (invitation: Invitation) => {
      const taken = await copy(invitationLink(invitation, location.origin))
      toast(taken ? t('link.copied') : { tone: 'error', text: t('link.refused') })
    }
    return [
      ...COLUMNS,
      column.actions([
        { id: 'copy', label: t('link.copy'), icon: <Copy size={15} />, run: (invitation) => void copyLink(invitation) },
        { id: 'revoke', label: t('invitation.revoke'), icon: <Trash2 size={15} />, run: ask },
      ]),
    ]
  }, [t, toast, copy, ask])
}

const phoneRow = (invitation: Invitation): PhoneRow => ({
  title: invitation.email,
  meta: [<TypeName key="type" type={invitation.user_type} />],
})

/** Those who were invited and did not come in yet. */
export default function InvitationsPage() {
  const revoking = useAsked<Invitation>()
  const state = useListState()
  const phone = usePhone()
  const closePanel = () => state.update({ open: undefined })
  const askInPanel = (invitation: Invitation) => {
    // There the panel is a sheet, and no dialog stands on another one.
    if (phone) closePanel()
    revoking.ask(invitation)
  }
  return (
    <UsersFrame tab={INVITATIONS_PATH} permission={CORE_PERMISSIONS.invite}>
      <DataTable
        name="invitation"
        source={invitations}
        spec={SPEC}
        columns={useColumns(revoking)}
        where={PENDING}
        state={state}
        phoneRow={phoneRow}
        panel={(invitation) => <InvitationPanel invitation={invitation} onRevoke={() => askInPanel(invitation)} />}
        empty={{ icon: 'mail' }}
      />
      <RevokeDialog revoking={revoking} onRevoked={closePanel} />
    </UsersFrame>
  )
}

interface RevokeDialogProps {
  revoking: Asked<Invitation>
  onRevoked(): void
}

function RevokeDialog({ revoking: { subject, open, close }, onRevoked }: RevokeDialogProps) {
  const t = useT()
  const toast = useToast()
  const email = subject?.email ?? ''
  const remove = useRemove(invitations, {
    onDone: () => {
      onRevoked()
      toast(t('invitation.revoked', { email }))
    },
  })
  return (
    <ConfirmDialog
      open={open}
      onClose={close}
      title={t('invitation.revokeTitle', { email })}
      text={t('invitation.revokeText')}
      verb={t('invitation.revoke')}
      onConfirm={async () => {
        if (subject) await remove.mutateAsync([subject.id])
      }}
    />
  )
}
