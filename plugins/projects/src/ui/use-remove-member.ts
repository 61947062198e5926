import { useQueryClient } from '@tanstack/react-query'
import { errorText, keys, useT, useToast } from '@innoerp/sdk/ui'
import type { Member } from '../shared/member.js'
import { membersOf } from './projects-api.js'
import { usePeople } from './use-people.js'

/** Takes a member out of the project; Undo brings them back with their role. */
export function useRemoveMember(projectId: string): (member: Member) => Promise<void> {
  const t = useT()
  const toast = useToast()
  const people = usePeople()
  const queries = useQueryClient()
  const members = membersOf(projectId)
  async function run(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      toast({ text: errorText(t, error), tone: 'error' })
      return false
    } finally {
      void queries.invalidateQueries({ queryKey: keys.all(members.path) })
    }
  }
  return async ({ id, user_id, role }) => {
    const undo = async () => void (await run(() => members.create({ user_id, role })))
    const name = people.get(user_id) ?? t('member.somebody')
    if (await run(() => members.remove(id))) toast({ text: t('member.removed', { name }), undo })
  }
}
