import { platformUrl } from '../page/boot'
import { usePublic } from './context'
import { LanguageSwitch } from './language-switch'

/** Below the card of a page on an organization's host. */
export function CardFooter() {
  const { boot, t } = usePublic()
  return (
    <>
      {boot.area === 'tenant' && (
        <div>
          {t('footer.another')}{' '}
          <a className="io-link" href={platformUrl('/sign-in', boot)}>
            {t('footer.find')}
          </a>
        </div>
      )}
      <div>
        {t('footer.runsOn')} · <LanguageSwitch />
      </div>
    </>
  )
}
