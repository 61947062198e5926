import { AuthButton, AuthField, AuthNote, errorText } from '@innoerp/sdk/ui/auth'
import { useState, type FormEvent } from 'react'
import { usePublic } from '../context'
import { AccountPage } from './account-page'
import { recoveryApi } from './recovery-api'
import { useSending } from './use-sending'

/** Asks for a mail with a link to choose a new password; never says whether there is such an account. */
export function ForgotPasswordPage() {
  const { api, t } = usePublic()
  const [email, setEmail] = useState('')
  const { busy, done, error, send, again } = useSending()

  function submit(event: FormEvent) {
    event.preventDefault()
    void send(() => recoveryApi(api).forgot(email.trim()))
  }

  if (done) return <SentPage email={email.trim()} again={again} />
  return (
    <AccountPage title={t('forgot.title')}>
      <form onSubmit={submit}>
        {error !== undefined && <AuthNote>{errorText(t, error)}</AuthNote>}
        <p className="public-lead">{t('forgot.text')}</p>
        <AuthField
          label={t('field.email')}
          name="email"
          type="email"
          autoComplete="username"
          maxLength={254}
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <AuthButton type="submit" busy={busy}>
          {t('forgot.submit')}
        </AuthButton>
        <a className="io-link public-aside" href="/sign-in">
          {t('forgot.back')}
        </a>
      </form>
    </AccountPage>
  )
}

function SentPage({ email, again }: { email: string; again(): void }) {
  const { t } = usePublic()
  return (
    <AccountPage title={t('forgot.sent')}>
      <div className="public-created" role="status">
        <p>{t('forgot.sentText', { email })}</p>
        <p className="public-lead">{t('forgot.nothing')}</p>
        <AuthButton onClick={again} autoFocus>
          {t('forgot.again')}
        </AuthButton>
        <a className="io-link public-aside" href="/sign-in">
          {t('forgot.back')}
        </a>
      </div>
    </AccountPage>
  )
}
