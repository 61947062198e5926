import { ErrorState, KIT, PanelSection, SkeletonLines, errorText, personName, useAll, useT, useToast, type ApiError } from '@innoerp/sdk/ui'
import { Checkbox } from '@innoerp/sdk/ui/mui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { roles, userRoles, type Role } from '../../../clients/roles'
import type { User } from '../../../clients/user'
import { toggled } from '../roles/by-module'

/** The roles of a person; each choice counts at once. */
export function PersonRoles({ user }: { user: User }) {
  const t = useT()
  const kit = useT(KIT)
  const toast = useToast()
  const queries = useQueryClient()
  const all = useAll(roles)
  const key = [userRoles.path, user.id]
  const given = useQuery<Role[], ApiError>({ queryKey: key, queryFn: () => userRoles.read(user.id) })
  const assign = useMutation<Role[], ApiError, readonly string[]>({
    mutationFn: (ids) => userRoles.assign(user.id, ids),
    onSuccess: (next) => {
      queries.setQueryData(key, next)
      toast(t('role.assigned', { name: personName(user) }))
    },
    onError: (error) => toast({ tone: 'error', text: errorText(kit, error) }),
  })
  const error = all.error ?? given.error
  const ids = assign.isPending ? assign.variables : given.data?.map(({ id }) => id)
  return (
    <PanelSection title={t('role.ofPerson')}>
      <p className="io-cap">{t('role.personHint')}</p>
      {error && <ErrorState title={t('role.notLoaded')} error={error} onRetry={() => void Promise.all([all.refetch(), given.refetch()])} />}
      {!error && !(all.data && ids) && <SkeletonLines rows={2} />}
      {all.data?.length === 0 && <p className="io-dense io-t2">{t('role.personNone')}</p>}
      {ids &&
        all.data?.map((role) => (
          <label key={role.id} className="io-switch-field">
            <Checkbox checked={ids.includes(role.id)} onChange={() => !assign.isPending && assign.mutate(toggled(ids, role.id))} />
            {role.name}
          </label>
        ))}
    </PanelSection>
  )
}
