import { DataTable, USER_TYPES, columnsOf, filter, personName, type PhoneRow } from '@innoerp/sdk/ui'
import { users, type User } from '../../../clients/user'
import { CORE_PERMISSIONS } from '../../../root/core-permissions'
import { ActiveChip } from './active-chip'
import { USERS_PATH } from './paths'
import { PersonPanel } from './person-panel'
import { TypeName } from './type-name'
import { UsersFrame } from './users-frame'

const column = columnsOf<User>()
const COLUMNS = [
  column.name('first_name', { label: 'field.name', avatar: 'round', text: personName }),
  column.text('email', { width: 240 }),
  column.custom('user_type', { render: (user) => <TypeName type={user.user_type} /> }),
  column.custom('is_active', { label: 'field.state', render: (user) => <ActiveChip user={user} cell /> }),
  column.date('created_at', { label: 'field.joined' }),
]
const FILTERS = [filter.choice('user_type', USER_TYPES), filter.yesno('is_active')]
const SPEC = { sort: ['email', 'created_at'], search: ['email', 'first_name', 'last_name'] }

const phoneRow = (user: User): PhoneRow => ({
  title: personName(user),
  meta: [<TypeName key="type" type={user.user_type} />, user.email],
  state: user.is_active ? undefined : <ActiveChip user={user} cell />,
})

/** The people of the organization. */
export default function PeoplePage() {
  return (
    <UsersFrame tab={USERS_PATH} permission={CORE_PERMISSIONS.seePeople}>
      <DataTable
        name="person"
        source={users}
        spec={SPEC}
        columns={COLUMNS}
        filters={FILTERS}
        sort="email"
        phoneRow={phoneRow}
        panel={(user) => <PersonPanel user={user} />}
      />
    </UsersFrame>
  )
}
