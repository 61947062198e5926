import { ApiError, AuthButton, AuthField, AuthNote, errorText } from '@innoerp/sdk/ui/auth'
import { useRef, useState, type FormEvent } from 'react'
import { nextUrl } from '../../page/next-path'
import { usePublic } from '../context'
import { signIn } from './sign-in'

/** E-mail and password; a refusal never says which of the two was wrong. */
export function SignInForm() {
  const { api, t } = usePublic()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const password = useRef<HTMLInputElement>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    const fields = new FormData(event.currentTarget)
    setBusy(true)
    setProblem(undefined)
    try {
      await signIn(api, { email: String(fields.get('email')), password: String(fields.get('password')) })
      location.assign(nextUrl(location.search))
    } catch (error) {
      setProblem(error instanceof ApiError && error.status === 401 ? t('signIn.wrong') : errorText(t, error))
      setBusy(false)
      password.current?.select()
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      {problem && <AuthNote>{problem}</AuthNote>}
      <AuthField label={t('field.email')} name="email" type="email" autoComplete="username" required autoFocus />
      <AuthField
        label={t('field.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        ref={password}
        reveal={{ show: t('password.show'), hide: t('password.hide') }}
      />
      <AuthButton type="submit" busy={busy}>
        {t('signIn.submit')}
      </AuthButton>
      <a className="io-link public-aside" href="/forgot-password">
        {t('signIn.forgot')}
      </a>
    </form>
  )
}
