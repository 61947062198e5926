import { AuthPage } from '@innoerp/sdk/ui/auth'
import { useEffect, useRef } from 'react'
import { addressOf, organizationUrl } from '../../page/boot'
import { usePublic } from '../context'
import { letterOf } from '../letter-of'
import { useTitle } from '../use-title'
import type { SignedUp } from './sign-up-api'

/** The company exists: where it is, and the way there. */
export function CreatedPage({ signedUp: { organization, modules } }: { signedUp: SignedUp }) {
  const { boot, t } = usePublic()
  const link = useRef<HTMLAnchorElement>(null)
  const address = addressOf(organization.subdomain, boot)
  useTitle(t('created.title', { name: organization.name }))
  useEffect(() => link.current?.focus(), [])
  const { name, subdomain } = organization
  return (
    <AuthPage logo={letterOf(name)} title={t('created.title', { name })} subtitle={address}>
      <div className="public-created">
        <p>{modules.length > 0 ? t('created.modules', { count: modules.length }) : t('created.noModules')}</p>
        <p>{t('created.keep')}</p>
        <a ref={link} className="io-button public-block" data-variant="primary" href={organizationUrl(subdomain, '/sign-in', boot)}>
          {t('created.open')}
        </a>
      </div>
    </AuthPage>
  )
}
