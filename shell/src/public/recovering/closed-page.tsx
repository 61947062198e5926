import { AuthPage } from '@innoerp/sdk/ui/auth'
import { CardFooter } from '../card-footer'
import { usePublic } from '../context'
import { useTitle } from '../use-title'

/** In the place of every page of an organization in which nobody works any more: why, and whom to ask. */
export function ClosedPage() {
  const { boot, t } = usePublic()
  const reason = boot.inactive_reason ?? 'deactivated'
  const title = t(`closed.title.${reason}`)
  useTitle(title)
  return (
    <AuthPage logo="io" title={title} footer={<CardFooter />}>
      <div className="public-created">
        <p>{t(`closed.text.${reason}`)}</p>
        <p>
          {t('closed.ask')}{' '}
          <a className="io-link" href={`mailto:${boot.support_email}`}>
            {boot.support_email}
          </a>
          .
        </p>
      </div>
    </AuthPage>
  )
}
