import { usePublic } from './context'
import { nameIn } from '../page/boot'
import { letterOf } from './letter-of'

/** What stands in an AuthPage's `logo`: the organization's picture, else its first letter. */
export function usePublicLogo() {
  const { boot } = usePublic()
  const url = boot.organization?.brand?.logo_url
  return url ? <img className="public-logo" src={url} alt="" /> : letterOf(nameIn(boot))
}
