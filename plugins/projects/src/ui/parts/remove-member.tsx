import { useQueryClient } from '@tanstack/react-query'
import { UserMinus } from 'lucide-react'
import { Can, errorText, IconButton, keys, useT, useToast } from '@innoerp/sdk/ui'
import type { Member } from '../../shared/member.js'
import { membersOf } from '../projects-api.js'
import { usePeople } from '../use-people.js'

/** Takes a member out of the project; Undo brings them back with their role. */
export function RemoveMember({ member }: { member: Member }) {
  const t = useT()
  const toast = useToast()
  const queries = useQueryClient()
  const members = membersOf(member.project_id)
  const name = usePeople().get(member.user_id) ?? t('member.somebody')
  async function run(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      toast({ text: errorText(t, error), tone: 'error' })
      return false
    } finally {
      await queries.invalidateQueries({ queryKey: keys.all(members.path) })
    }
  }
  const undo = async () => void (await run(() => members.create({ user_id: member.user_id, role: member.role })))
  const remove = async () => {
    if (await run(() => members.remove(member.user_id))) toast({ text: t('member.removed', { name }), undo })
  }
  return (
    <Can permission="projects.manage">
      <IconButton small label={t('member.removeOne', { name })} onClick={() => void remove()}>
        <UserMinus size={16} />
      </IconButton>
    </Can>
  )
}
