import { AuthPage } from '@innoerp/sdk/ui/auth'
import { CardFooter } from './card-footer'
import { usePublic } from './context'
import { useTitle } from './use-title'

/** For addresses that no page has. */
export function NotFoundPage() {
  const { boot, t } = usePublic()
  useTitle(t('notFound.title'))
  const signUp = boot.area === 'public'
  return (
    <AuthPage logo="io" title={t('notFound.title')} subtitle={t('notFound.text')} footer={<CardFooter />}>
      <div className="public-created">
        <a className="io-button public-block" data-variant="outlined" href={signUp ? '/' : '/sign-in'}>
          {t(signUp ? 'notFound.signUp' : 'notFound.signIn')}
        </a>
      </div>
    </AuthPage>
  )
}
