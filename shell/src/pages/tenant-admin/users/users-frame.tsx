import { Can, NoAccess, PageFrame, Tabs, useCan, useFormat, useList, useT, type TabItem } from '@innoerp/sdk/ui'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { invitations, users } from '../../../clients/user'
import { CORE_PERMISSIONS } from '../../../root/core-permissions'
import { InviteButton } from './invite-button'
import { PeopleCommands } from './people-commands'
import { INVITATIONS_PATH, ROLES_PATH, USERS_PATH } from './paths'

export interface UsersFrameProps {
  tab: typeof USERS_PATH | typeof INVITATIONS_PATH | typeof ROLES_PATH
  permission: string
  children: ReactNode
}

/** What both lists of "Users and teams" stand in: people, and those who are invited. */
export function UsersFrame({ tab, permission, children }: UsersFrameProps) {
  const t = useT()
  const invites = useCan(CORE_PERMISSIONS.invite)
  return (
    <PageFrame
      fill
      title={t('users.title')}
      actions={
        <Can permission={CORE_PERMISSIONS.invite}>
          <InviteButton />
        </Can>
      }
      tabs={invites && <UsersTabs tab={tab} />}
    >
      <PeopleCommands />
      <Can permission={permission} fallback={<NoAccess text={t('users.noAccess')} />}>
        {children}
      </Can>
    </PageFrame>
  )
}

function UsersTabs({ tab }: Pick<UsersFrameProps, 'tab'>) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const manages = useCan(CORE_PERMISSIONS.managePeople)
  const people = useList(users, { limit: 1 })
  const pending = useList(invitations, { limit: 1, status: 'pending' })
  const item = (id: string, label: string, total: number | undefined): TabItem => ({
    id,
    label: t(label),
    count: total === undefined ? undefined : format.number(total),
  })
  return (
    <Tabs
      label={t('users.title')}
      value={tab}
      onChange={(path) => void navigate(path)}
      items={[
        item(USERS_PATH, 'users.people', people.data?.total),
        item(INVITATIONS_PATH, 'users.invitations', pending.data?.total),
        ...(manages ? [item(ROLES_PATH, 'role.list', undefined)] : []),
      ]}
    />
  )
}
