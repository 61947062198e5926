import { AuthPage } from '@innoerp/sdk/ui/auth'
import { useEffect, useRef } from 'react'
import { addressOf } from '../../page/boot'
import { CardFooter } from '../card-footer'
import { usePublic } from '../context'
import { useTitle } from '../use-title'
import type { Draft } from './draft'

/** The company was asked for; a person decides. */
export function WaitingPage({ draft: { owner_email, subdomain } }: { draft: Pick<Draft, 'owner_email' | 'subdomain'> }) {
  const { boot, t } = usePublic()
  const text = useRef<HTMLParagraphElement>(null)
  useTitle(t('approval.title'))
  useEffect(() => text.current?.focus(), [])
  return (
    <AuthPage logo="io" title={t('approval.title')} footer={<CardFooter />}>
      <div className="public-created" role="status">
        <p ref={text} tabIndex={-1}>
          {t('approval.text', { email: owner_email.trim(), address: addressOf(subdomain, boot) })}
        </p>
        <p>{t('approval.ask', { support: boot.support_email })}</p>
      </div>
    </AuthPage>
  )
}

/** Nobody creates a company here but the operator. */
export function SignUpClosedPage() {
  const { boot, t } = usePublic()
  useTitle(t('signUpClosed.title'))
  return (
    <AuthPage logo="io" title={t('signUpClosed.title')} footer={<CardFooter />}>
      <div className="public-created">
        <p>{t('signUpClosed.text', { support: boot.support_email })}</p>
        <a className="io-button public-block" data-variant="outlined" href="/sign-in">
          {t('notFound.signIn')}
        </a>
      </div>
    </AuthPage>
  )
}
