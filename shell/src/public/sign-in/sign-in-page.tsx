import { AuthPage } from '@innoerp/sdk/ui/auth'
import { addressOf, nameIn } from '../../page/boot'
import { CardFooter } from '../card-footer'
import { usePublic } from '../context'
import { usePublicLogo } from '../use-public-logo'
import { useTitle } from '../use-title'
import { SignInForm } from './sign-in-form'

/** Signs a person in on their organization's host, or a super admin on the platform's. */
export function SignInPage() {
  const { boot, t } = usePublic()
  const { organization } = boot
  const logo = usePublicLogo()
  const title = t('signIn.title', { name: nameIn(boot) ?? 'innoERP' })
  useTitle(title)
  return (
    <AuthPage
      logo={logo}
      title={title}
      subtitle={organization ? addressOf(organization.subdomain, boot) : t('signIn.platform')}
      footer={<CardFooter />}
    >
      <SignInForm />
    </AuthPage>
  )
}
