import { AuthButton, AuthField, AuthNote, createKeyring, errorText, fieldErrors } from '@innoerp/sdk/ui/auth'
import { useState, type FormEvent } from 'react'
import { usePublic } from '../context'
import { PasswordField } from '../password-field'
import { signIn } from '../sign-in/sign-in'
import { invitationApi, type InvitationInfo } from './invitation-api'

interface Draft {
  first_name: string
  last_name: string
  password: string
}

const SHORTEST = 8

/** Names left empty are not sent: the server refuses an empty name. */
const sent = ({ first_name, last_name, password }: Draft) => ({
  password,
  ...(first_name.trim() && { first_name: first_name.trim() }),
  ...(last_name.trim() && { last_name: last_name.trim() }),
})

export function AcceptInvitationForm({ token, invitation }: { token: string; invitation: InvitationInfo }) {
  const { t } = usePublic()
  const [draft, setDraft] = useState<Draft>({ first_name: '', last_name: '', password: '' })
  const [left, setLeft] = useState(false)
  const { accept, busy, error } = useAccept(token, invitation.email)
  const found = fieldErrors(error)
  const short = [...draft.password].length < SHORTEST
  const set = (name: keyof Draft) => ({
    name,
    value: draft[name],
    error: found[name],
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    setLeft(true)
    if (!short) void accept(draft)
  }

  return (
    <form onSubmit={submit} noValidate>
      {error !== undefined && Object.keys(found).length === 0 && <AuthNote>{errorText(t, error)}</AuthNote>}
      <p className="public-lead">{t('invitation.text', { role: t(`userType.${invitation.user_type}`) })}</p>
      <AuthField label={t('field.email')} type="email" autoComplete="username" value={invitation.email} readOnly />
      <div className="public-pair">
        <AuthField {...set('first_name')} label={t('field.firstName')} autoComplete="given-name" maxLength={100} autoFocus />
        <AuthField {...set('last_name')} label={t('field.lastName')} autoComplete="family-name" maxLength={100} />
      </div>
      <PasswordField
        {...set('password')}
        error={left && short ? t('problem.passwordShort') : found.password}
        onBlur={() => setLeft(draft.password !== '')}
        own={[draft.first_name, draft.last_name, invitation.email.split('@')[0] ?? '']}
      />
      <AuthButton type="submit" busy={busy}>
        {t('invitation.submit')}
      </AuthButton>
    </form>
  )
}

function useAccept(token: string, email: string) {
  const { api } = usePublic()
  const [keyring] = useState(() => createKeyring())
  const [state, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false })

  async function accept(draft: Draft) {
    if (state.busy) return
    const body = sent(draft)
    setState({ busy: true })
    try {
      await invitationApi(api).accept(token, body, keyring.keyFor(body))
    } catch (error) {
      return setState({ busy: false, error })
    }
    // The account exists now: who cannot be signed in at once does it by hand.
    await signIn(api, { email, password: body.password }).then(
      () => location.assign('/'),
      () => location.assign('/sign-in'),
    )
  }
  return { ...state, accept }
}
