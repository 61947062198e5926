import { FormDialog, formOf, useShortcut, useSession, useT, type FormSpec, type UserType } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { UserPlus } from 'lucide-react'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { invitations, type Invitation, type NewInvitation } from '../../../clients/user'
import { invitableBy } from '../../../root/core-permissions'
import { useAsked } from '../../parts/use-asked'
import { LinkDialog } from './link-dialog'
import { INVITE } from './paths'

const MOST_ARE: UserType = 'employee'

function inviteForm(types: readonly UserType[]): FormSpec<Invitation, NewInvitation> {
  const properties = {
    email: { type: 'string', format: 'email', maxLength: 254 },
    user_type: { type: 'string', enum: types },
  }
  return formOf({
    name: 'invitation',
    schema: { type: 'object', properties, required: ['email', 'user_type'] },
    target: invitations,
    layout: ['email', 'user_type'],
    defaults: { user_type: MOST_ARE },
  })
}

/** Invites somebody, then shows the link to hand on; key C. That the dialog is open stands in the address. */
export function InviteButton() {
  const t = useT()
  const { user } = useSession()
  const [params, setParams] = useSearchParams()
  const form = useMemo(() => inviteForm(user.user_type ? invitableBy(user.user_type) : []), [user.user_type])
  const made = useAsked<Invitation>()
  const setOpen = (open: boolean) => {
    const next = new URLSearchParams(params)
    if (open) next.set(INVITE, '')
    else next.delete(INVITE)
    setParams(next, { replace: !open })
  }
  useShortcut(['c'], () => setOpen(true))
  return (
    <>
      <Button variant="contained" startIcon={<UserPlus size={16} />} onClick={() => setOpen(true)}>
        {t('invitation.new')}
      </Button>
      <FormDialog
        open={params.has(INVITE)}
        onClose={() => setOpen(false)}
        form={form}
        title={t('invitation.newTitle')}
        submitLabel={t('invitation.create')}
        onDone={(invitation) => invitation && made.ask(invitation)}
      />
      <LinkDialog invitation={made.subject} open={made.open} onClose={made.close} />
    </>
  )
}
