import { useSession, useT } from '@innoerp/sdk/ui'
import { SHELL } from '../page-table'
import { useShell } from '../shell-context'

/** How the organization calls itself towards its people; the platform's name outside of organizations. */
export function useOrganizationName(): string {
  const t = useT(SHELL)
  const { organization } = useSession()
  const { boot } = useShell()
  return (organization && boot.organization?.brand?.company_name) || (organization?.name ?? t('platform.name'))
}
