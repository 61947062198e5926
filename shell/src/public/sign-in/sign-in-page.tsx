import { AuthPage } from '@innoerp/sdk/ui/auth'
import { addressOf, type Boot } from '../../page/boot'
import { CardFooter } from '../card-footer'
import { usePublic } from '../context'
import { useTitle } from '../use-title'
import { SignInForm } from './sign-in-form'

/** The first letter of the organization's name, until it has a logo. */
export const letterOf = ({ organization }: Boot): string => organization?.name.match(/[\p{L}\p{N}]/u)?.[0]?.toLocaleUpperCase() ?? 'io'

/** Signs a person in on their organization's host, or a super admin on the platform's. */
export function SignInPage() {
  const { boot, t } = usePublic()
  const { organization } = boot
  const title = t('signIn.title', { name: organization?.name ?? 'innoERP' })
  useTitle(title)
  return (
    <AuthPage
      logo={letterOf(boot)}
      title={title}
      subtitle={organization ? addressOf(organization.subdomain, boot) : t('signIn.platform')}
      footer={<CardFooter />}
    >
      <SignInForm />
    </AuthPage>
  )
}
