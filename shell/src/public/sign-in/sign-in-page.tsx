import { AuthPage } from '@innoerp/sdk/ui/auth'
import { addressOf } from '../../page/boot'
import { CardFooter } from '../card-footer'
import { usePublic } from '../context'
import { letterOf } from '../letter-of'
import { useTitle } from '../use-title'
import { SignInForm } from './sign-in-form'

/** Signs a person in on their organization's host, or a super admin on the platform's. */
export function SignInPage() {
  const { boot, t } = usePublic()
  const { organization } = boot
  const title = t('signIn.title', { name: organization?.name ?? 'innoERP' })
  useTitle(title)
  return (
    <AuthPage
      logo={letterOf(organization?.name)}
      title={title}
      subtitle={organization ? addressOf(organization.subdomain, boot) : t('signIn.platform')}
      footer={<CardFooter />}
    >
      <SignInForm />
    </AuthPage>
  )
}
