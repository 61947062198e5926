import { KIT, errorText, keys, personName, useHost, useT, useToast, type ApiError, type ToastInit } from '@innoerp/sdk/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { userClient, users, type User } from '../../../clients/user'

/** What an administrator decides about a person. */
export type Decision = Pick<User, 'user_type'> | Pick<User, 'is_active'>

interface Order {
  user: User
  decision: Decision
  /** It takes an earlier decision back, and offers no undo of its own. */
  back?: boolean
}

/** Changes a person's type, or whether they may sign in; says so, and offers to take it back. */
export function useManagePerson() {
  const t = useT()
  const kit = useT(KIT)
  const { api } = useHost()
  const queries = useQueryClient()
  const toast = useToast()
  const client = userClient(api)

  const words = (user: User, decision: Decision): string => {
    const name = personName(user)
    if ('user_type' in decision) return t('person.typeChanged', { name, type: t(`option.user_type.${user.user_type}`) })
    return t(user.is_active ? 'person.letIn' : 'person.shutOut', { name })
  }
  const decide = useMutation<User, ApiError, Order>({
    mutationFn: ({ user, decision }) =>
      'user_type' in decision ? client.changeType(user, decision.user_type) : client.setActive(user, decision.is_active),
    onSuccess: (saved, { user, decision, back }) => {
      const before: Decision = 'user_type' in decision ? { user_type: user.user_type } : { is_active: user.is_active }
      const undo: Partial<ToastInit> = back ? {} : { undo: () => decide.mutate({ user: saved, decision: before, back: true }) }
      toast({ text: words(saved, decision), ...undo })
    },
    onError: (error) => toast({ tone: 'error', text: errorText(kit, error) }),
    // Awaited, so that the controls show what was chosen until the new rows are there.
    onSettled: () => queries.invalidateQueries({ queryKey: keys.all(users.path) }),
  })
  return {
    /** What is being saved about this person. */
    pendingOf: (user: User): Partial<User> => (decide.isPending && decide.variables.user.id === user.id ? decide.variables.decision : {}),
    decide: (user: User, decision: Decision) => decide.mutate({ user, decision }),
  }
}
