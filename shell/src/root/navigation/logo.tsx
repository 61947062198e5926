import { initialsOf, useSession } from '@innoerp/sdk/ui'
import { useShell } from '../shell-context'
import { useOrganizationName } from './use-organization-name'

/** The organization's picture, else its first letter; or the platform's own sign. */
export function Logo() {
  const { organization } = useSession()
  const url = useShell().boot.organization?.brand?.logo_url
  const name = useOrganizationName()
  if (url) return <img className="shell-logo" src={url} alt="" />
  return <span className="io-logo" aria-hidden data-initials={organization ? initialsOf(name, 1) : 'io'} />
}
