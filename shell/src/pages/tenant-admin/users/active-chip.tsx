import { StatusChip, useT } from '@innoerp/sdk/ui'
import type { User } from '../../../clients/user'

/** Whether a person may sign in. */
export function ActiveChip({ user, cell = false }: { user: User; cell?: boolean }) {
  const t = useT()
  return (
    <StatusChip cell={cell} state={user.is_active ? 'active' : 'inactive'}>
      {t(user.is_active ? 'person.active' : 'person.inactive')}
    </StatusChip>
  )
}
