import { Avatar, useList, useT } from '@innoerp/sdk/ui'
import { membersOf } from '../projects-api.js'
import { usePeople } from '../use-people.js'

/** As many faces as fit beside a title. */
const SHOWN = 5

/** The members of a project as overlapping avatars. */
export function MemberStack({ projectId }: { projectId: string }) {
  const t = useT()
  const people = usePeople()
  const members = useList(membersOf(projectId), { limit: 50 })
  const named = (members.data?.items ?? []).flatMap(({ user_id }) => {
    const name = people.get(user_id)
    return name ? [{ id: user_id, name }] : []
  })
  if (named.length === 0) return null
  const rest = named.length - SHOWN
  return (
    <span className="io-avatars" role="img" aria-label={t('member.these', { names: named.map(({ name }) => name).join(', ') })}>
      {named.slice(0, SHOWN).map(({ id, name }) => (
        <span key={id} title={name}>
          <Avatar id={id} name={name} size={26} />
        </span>
      ))}
      {rest > 0 && <span className="io-cap">+{rest}</span>}
    </span>
  )
}
