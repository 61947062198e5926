import { entity, listOf, OneOf, ReadOnly, Uuid, type NewRecord, type RecordPatch, type Static } from '@innoerp/sdk/contract'

/** What a person is in a project. Roles name responsibility; rights come from the permissions of the user's type. */
export const MEMBER_ROLES = ['lead', 'member', 'observer'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]

/** A person in a project; one person stands in a project once. */
export const Member = entity({
  project_id: ReadOnly(Uuid),
  user_id: Uuid,
  role: OneOf(MEMBER_ROLES, { default: 'member' }),
})
export type Member = Static<typeof Member>
export type NewMember = NewRecord<typeof Member>
export type MemberPatch = RecordPatch<typeof Member>

export const MemberList = listOf(Member, { sort: ['created_at'], search: [], filter: ['role', 'user_id'] })
