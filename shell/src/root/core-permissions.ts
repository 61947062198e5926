import { RANK, USER_TYPES, type UserType } from '@innoerp/sdk/ui'

/** What the platform's own pages of an organization ask for. Modules have permissions of their own, which the feed tells. */
export const CORE_PERMISSIONS = {
  seePeople: 'users.read',
  invite: 'users.invite',
  managePeople: 'users.manage',
  manageOrganization: 'settings.manage',
} as const

/** The user types that may; the services decide by them too. */
const GRANTED: Readonly<Record<string, readonly UserType[]>> = {
  [CORE_PERMISSIONS.seePeople]: ['admin', 'manager', 'employee'],
  [CORE_PERMISSIONS.invite]: ['admin', 'manager'],
  [CORE_PERMISSIONS.managePeople]: ['admin'],
  [CORE_PERMISSIONS.manageOrganization]: ['admin'],
}

/** What a user type may do outside of modules. */
export const corePermissionsOf = (type: UserType): readonly string[] =>
  Object.keys(GRANTED).filter((permission) => GRANTED[permission]?.includes(type))

/** The user types that a person of type `giver` may invite others as: an administrator all, a manager those below, others none. */
export function invitableBy(giver: UserType): readonly UserType[] {
  if (giver === 'admin') return USER_TYPES
  return giver === 'manager' ? USER_TYPES.filter((type) => RANK[type] < RANK.manager) : []
}
