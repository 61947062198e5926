import { ApiError, AuthButton, AuthNote, errorText } from '@innoerp/sdk/ui/auth'
import { usePublic } from '../context'
import { AccountPage, Outcome } from './account-page'
import { isWhole, recoveryApi } from './recovery-api'
import { useSending } from './use-sending'

/** Proves an address by the token of a mail. Asks for a press: programs that look into mails open links as well. */
export function VerifyEmailPage({ token }: { token: string }) {
  const { api, t } = usePublic()
  const { busy, done, error, send } = useSending()
  if (done) {
    return (
      <AccountPage title={t('verify.done')}>
        <Outcome text={t('verify.doneText')} href="/" action={t('goOn')} primary />
      </AccountPage>
    )
  }
  if (!isWhole(token) || (error instanceof ApiError && error.code === 'AUTH_TOKEN_INVALID')) {
    return (
      <AccountPage title={t('reset.unusable')}>
        <Outcome text={t('verify.unusableText')} href="/sign-in" action={t('notFound.signIn')} />
      </AccountPage>
    )
  }
  return (
    <AccountPage title={t('verify.title')}>
      <div className="public-created">
        {error !== undefined && <AuthNote>{errorText(t, error)}</AuthNote>}
        <p>{t('verify.text')}</p>
        <AuthButton variant="primary" busy={busy} autoFocus onClick={() => void send(() => recoveryApi(api).verify(token))}>
          {t('verify.submit')}
        </AuthButton>
      </div>
    </AccountPage>
  )
}
