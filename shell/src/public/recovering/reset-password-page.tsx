import { ApiError, AuthButton, AuthNote, errorText, fieldErrors } from '@innoerp/sdk/ui/auth'
import { useState, type FormEvent } from 'react'
import { usePublic } from '../context'
import { PasswordField } from '../password-field'
import { AccountPage, Outcome } from './account-page'
import { isWhole, recoveryApi } from './recovery-api'
import { useSending, type Sending } from './use-sending'

/** A new password, by the token of a mail. */
export function ResetPasswordPage({ token }: { token: string }) {
  const { t } = usePublic()
  const sending = useSending()
  if (sending.done) {
    return (
      <AccountPage title={t('reset.done')}>
        <Outcome text={t('reset.doneText')} href="/sign-in" action={t('signIn.submit')} primary />
      </AccountPage>
    )
  }
  if (!isWhole(token) || isUnusable(sending.error)) {
    return (
      <AccountPage title={t('reset.unusable')}>
        <Outcome text={t('reset.unusableText')} href="/forgot-password" action={t('reset.again')} primary />
      </AccountPage>
    )
  }
  return (
    <AccountPage title={t('reset.title')}>
      <ResetForm token={token} sending={sending} />
    </AccountPage>
  )
}

const isUnusable = (error: unknown) => error instanceof ApiError && error.code === 'AUTH_TOKEN_INVALID'

const SHORTEST = 8

function ResetForm({ token, sending: { busy, error, send } }: { token: string; sending: Sending }) {
  const { api, t } = usePublic()
  const [password, setPassword] = useState('')
  const [left, setLeft] = useState(false)
  const short = [...password].length < SHORTEST
  const found = fieldErrors(error)
  const refused = found.password ?? found.new_password

  function submit(event: FormEvent) {
    event.preventDefault()
    setLeft(true)
    if (!short) void send(() => recoveryApi(api).reset(token, password))
  }
  return (
    <form onSubmit={submit} noValidate>
      {error !== undefined && refused === undefined && <AuthNote>{errorText(t, error)}</AuthNote>}
      <p className="public-lead">{t('reset.text')}</p>
      <PasswordField
        name="new_password"
        label={t('field.newPassword')}
        value={password}
        own={[]}
        error={left && short ? t('problem.passwordShort') : refused}
        onChange={(event) => setPassword(event.target.value)}
        onBlur={() => setLeft(password !== '')}
      />
      <AuthButton type="submit" busy={busy}>
        {t('reset.submit')}
      </AuthButton>
    </form>
  )
}
