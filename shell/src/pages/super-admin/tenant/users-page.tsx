import { DataTable, DateText, Facts, NOTHING, PanelSection, StatusChip, USER_TYPES, columnsOf, filter, optionLabel, personName, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { useMemo } from 'react'
import type { Tenant } from '../../../clients/tenant'
import { usersOf, type User } from '../../../clients/user'
import { TenantFrame } from './tenant-frame'

/** Who works in an organization. Its own administrators decide about them. */
export default function UsersPage() {
  return (
    <TenantFrame tab="users" fill>
      {(tenant) => <People key={tenant.id} tenant={tenant} />}
    </TenantFrame>
  )
}

function TypeName({ user }: { user: User }) {
  return <>{optionLabel(useT(), 'user_type', user.user_type)}</>
}

function ActiveChip({ user }: { user: User }) {
  const t = useT()
  return (
    <StatusChip cell state={user.is_active ? 'active' : 'inactive'}>
      {t(user.is_active ? 'state.active' : 'state.inactive')}
    </StatusChip>
  )
}

const column = columnsOf<User>()
const COLUMNS = [
  column.name('first_name', { label: 'field.name', avatar: 'round', text: personName }),
  column.text('email', { label: 'field.email', width: 240 }),
  column.custom('user_type', { label: 'field.user_type', render: (user) => <TypeName user={user} /> }),
  column.custom('is_active', { label: 'field.state', render: (user) => <ActiveChip user={user} /> }),
  column.date('created_at', { label: 'field.joined' }),
]
const FILTERS = [filter.choice('user_type', USER_TYPES, { label: 'field.user_type' }), filter.yesno('is_active')]
const SPEC = { sort: ['email', 'created_at'], search: ['email', 'first_name', 'last_name'] }

const phoneRow = (user: User): PhoneRow => ({
  title: personName(user),
  meta: [<TypeName key="type" user={user} />, user.email],
  state: <ActiveChip user={user} />,
})

function People({ tenant }: { tenant: Tenant }) {
  const source = useMemo(() => usersOf(tenant.id), [tenant.id])
  return (
    <DataTable
      name="tenantUser"
      source={source}
      spec={SPEC}
      columns={COLUMNS}
      filters={FILTERS}
      sort="email"
      phoneRow={phoneRow}
      panel={(user) => <Details user={user} />}
      empty={{ icon: 'team' }}
    />
  )
}

function Details({ user }: { user: User }) {
  const t = useT()
  return (
    <PanelSection>
      <h2>
        <bdi>{personName(user)}</bdi>
      </h2>
      <Facts
        items={[
          { label: t('field.email'), value: <bdi>{user.email}</bdi> },
          { label: t('field.email_verified_at'), value: user.email_verified_at ? <DateText value={user.email_verified_at} time /> : t('tenantUser.unverified') },
          { label: t('field.username'), value: <bdi>{user.username}</bdi> },
          { label: t('field.user_type'), value: <TypeName user={user} /> },
          { label: t('field.state'), value: <ActiveChip user={user} /> },
          { label: t('field.joined'), value: <DateText value={user.created_at} time /> },
          { label: t('field.updated_at'), value: user.updated_at ? <DateText value={user.updated_at} time /> : NOTHING },
          { label: t('field.id'), value: <code className="io-mono">{user.id}</code> },
        ]}
      />
      <p className="io-cap">{t('tenantUser.whoDecides')}</p>
    </PanelSection>
  )
}
