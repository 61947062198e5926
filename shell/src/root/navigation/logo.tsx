import { initialsOf, useSession } from '@innoerp/sdk/ui'

/** The organization's first letter, or the platform's own sign. */
export function Logo() {
  const { organization } = useSession()
  return <span className="io-logo" aria-hidden data-initials={organization ? initialsOf(organization.name, 1) : 'io'} />
}
