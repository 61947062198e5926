import { KIT, errorText, useHost, useSession, useT, useToast } from '@innoerp/sdk/ui'
import { useQuery } from '@tanstack/react-query'
import { OWN_ORGANIZATIONS, authClient, type OwnOrganization } from '../../clients/auth'

/** The other organizations that the person has linked accounts in, and the way there: signed in, without a password. */
export function useOtherOrganizations() {
  const kit = useT(KIT)
  const toast = useToast()
  const { api, dirty } = useHost()
  const { organization } = useSession()
  const found = useQuery({ queryKey: [OWN_ORGANIZATIONS], queryFn: () => authClient(api).organizations(), enabled: organization !== null })
  async function enter({ organization_id }: OwnOrganization) {
    if (!(await dirty.mayLeave())) return
    try {
      const { url } = await authClient(api).switchTo(organization_id)
      location.assign(url)
    } catch (error) {
      toast({ tone: 'error', text: errorText(kit, error) })
    }
  }
  return { list: (found.data ?? []).filter(({ is_current }) => !is_current), enter: (other: OwnOrganization) => void enter(other) }
}
