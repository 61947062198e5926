import { AuthButton, AuthField, AuthPage } from '@innoerp/sdk/ui/auth'
import { useState, type FormEvent } from 'react'
import { organizationUrl } from '../../page/boot'
import { usePublic } from '../context'
import { isSubdomain } from '../subdomain'
import { LanguageSwitch } from '../language-switch'
import { useTitle } from '../use-title'

/** People sign in on their organization's own host: this page leads there. */
export function FindAddressPage() {
  const { boot, t } = usePublic()
  const [wrong, setWrong] = useState(false)
  useTitle(t('findAddress.title'))

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const subdomain = String(new FormData(event.currentTarget).get('subdomain')).trim().toLowerCase()
    if (isSubdomain(subdomain)) location.assign(organizationUrl(subdomain, '/sign-in', boot))
    else setWrong(true)
  }

  return (
    <AuthPage logo="io" title={t('findAddress.title')} subtitle={t('findAddress.text')} footer={<FindAddressFooter />}>
      <form onSubmit={submit} noValidate>
        <AuthField
          label={t('field.address')}
          name="subdomain"
          unit={`.${boot.domain}`}
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          error={wrong ? t('problem.subdomain') : undefined}
        />
        <AuthButton type="submit">{t('findAddress.submit')}</AuthButton>
      </form>
    </AuthPage>
  )
}

function FindAddressFooter() {
  const { t } = usePublic()
  return (
    <>
      <div>
        {t('findAddress.new')}{' '}
        <a className="io-link" href="/">
          {t('findAddress.signUp')}
        </a>
      </div>
      <div>
        {t('footer.runsOn')} · <LanguageSwitch />
      </div>
    </>
  )
}
