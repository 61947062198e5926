import { AuthPage } from '@innoerp/sdk/ui/auth'
import type { ReactNode } from 'react'
import { addressOf, nameIn } from '../../page/boot'
import { CardFooter } from '../card-footer'
import { usePublic } from '../context'
import { usePublicLogo } from '../use-public-logo'
import { useTitle } from '../use-title'

/** A card about one's account in the organization of this host. */
export function AccountPage({ title, children }: { title: string; children: ReactNode }) {
  const { boot } = usePublic()
  const { organization } = boot
  const logo = usePublicLogo()
  useTitle(title)
  const where = organization ? [nameIn(boot), addressOf(organization.subdomain, boot)].join(' · ') : undefined
  return (
    <AuthPage logo={logo} title={title} subtitle={where} footer={<CardFooter />}>
      {children}
    </AuthPage>
  )
}

/** The end of a way: what happened, and the one thing to do next. */
export function Outcome({ text, href, action, primary = false }: { text: string; href: string; action: string; primary?: boolean }) {
  return (
    <div className="public-created" role="status">
      <p>{text}</p>
      <a className="io-button public-block" data-variant={primary ? 'primary' : 'outlined'} href={href}>
        {action}
      </a>
    </div>
  )
}
