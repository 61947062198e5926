import { CommandSource, personName, useCan, useHost, useT, type Command } from '@innoerp/sdk/ui'
import { useCallback, useMemo } from 'react'
import { users } from '../../../clients/user'
import { CORE_PERMISSIONS } from '../../../root/core-permissions'
import { INVITE_PATH, USERS_PATH } from './paths'

/** As many as the palette shows at a glance. */
const FOUND = 6

/** Lets the palette find people and invite somebody, for those who may. */
export function PeopleCommands() {
  const t = useT()
  const host = useHost()
  const sees = useCan(CORE_PERMISSIONS.seePeople)
  const invites = useCan(CORE_PERMISSIONS.invite)
  const actions = useMemo<readonly Command[]>(
    () => (invites ? [{ id: 'invite', label: t('invitation.new'), icon: 'team', run: () => void host.navigate(INVITE_PATH) }] : []),
    [invites, t, host],
  )
  const search = useCallback(
    async (query: string, signal: AbortSignal): Promise<Command[]> => {
      const { items } = await users.list({ search: query, limit: FOUND, total: false }, { signal })
      return items.map((user) => ({
        id: user.id,
        label: personName(user),
        context: user.email,
        icon: 'user',
        run: () => void host.navigate(`${USERS_PATH}?open=${user.id}`),
      }))
    },
    [host],
  )
  return <CommandSource id="people" actions={actions} {...(sees && { search })} />
}
