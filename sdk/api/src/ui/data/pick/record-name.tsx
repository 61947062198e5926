import type { AnyRecord } from '../../api/resource.js'
import { NOTHING } from '../../format/settings.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { Avatar } from '../../parts/avatar.js'
import { Skeleton } from '../../parts/skeleton.js'
import { personKind, personName } from './people.js'
import type { RecordKind } from './record-kind.js'
import { useRecordOf } from './use-record-of.js'

export interface RecordNameProps<T extends AnyRecord> {
  kind: RecordKind<T>
  /** "–" without one. */
  id: string | null | undefined
  /** Pixels of the avatar. */
  size?: number
}

/** What the record behind an id is called, with its avatar. */
export function RecordName<T extends AnyRecord>({ kind, id, size = 22 }: RecordNameProps<T>) {
  const t = useT(KIT)
  const { record, loading } = useRecordOf(kind, id)
  if (!id) return <span className="io-muted">{NOTHING}</span>
  if (loading) return <Skeleton width={96} />
  if (!record) return <span className="io-muted">{t('pick.unknown')}</span>
  const title = kind.title(record)
  return (
    <span className="io-row">
      {kind.avatar && <Avatar name={title} id={record.id} size={size} square={kind.avatar === 'square'} />}
      <bdi className="io-trunc" title={title}>
        {title}
      </bdi>
    </span>
  )
}

/** Avatar and name of a user of the organization. */
export const PersonName = ({ id, size = 22 }: { id: string | null | undefined; size?: number }) => (
  <RecordName kind={personKind} id={id} size={size} />
)

/** Avatar of a user of the organization; their name is its tooltip and is read out. */
export function PersonAvatar({ id, size = 22 }: { id: string | null | undefined; size?: number }) {
  const { record } = useRecordOf(personKind, id)
  const name = record ? personName(record) : ''
  return (
    <span className="io-person-avatar" title={name}>
      <Avatar name={name} size={size} {...(id && { id })} />
      <span className="io-sr">{name}</span>
    </span>
  )
}
