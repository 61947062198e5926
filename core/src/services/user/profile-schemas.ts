import { Nullable, Strict, Type, Uuid, type Static } from '@innoerp/sdk/contract'

const text = (maxLength: number) => Nullable(Type.String({ maxLength }))
const fields = {
  phone: text(50),
  job_title: text(100),
  department: text(100),
  bio: text(2_000),
  locale: Nullable(Type.String({ maxLength: 35, pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$', description: 'BCP 47 tag; null: the organization’s' })),
  time_zone: Nullable(Type.String({ maxLength: 64, pattern: '^[A-Za-z0-9_+/-]+$', description: 'IANA name; null: the organization’s' })),
}
/** What a person says of themselves. */
export const Profile = Type.Object({ user_id: Uuid, ...fields, avatar_url: Nullable(Type.String()) })
export type Profile = Static<typeof Profile>
export const ProfileBody = Type.Partial(Strict(fields), { additionalProperties: false, minProperties: 1 })
export type ProfileBody = Static<typeof ProfileBody>

export const Relationships = Type.Object({
  user_id: Uuid,
  organization_id: Uuid,
  user_type: Type.String(),
  relationships: Type.Record(Type.String(), Type.Array(Type.Unknown()), { description: 'Kind of record → what connects the person with them, as the modules tell' }),
})
