/** Where people and their invitations stand. */
export const USERS_PATH = '/tenant-admin/users'
export const INVITATIONS_PATH = `${USERS_PATH}/invitations`

export const ROLES_PATH = `${USERS_PATH}/roles`

/** Stands in the address while the dialog that invites is open. */
export const INVITE = 'invite'
export const INVITE_PATH = `${USERS_PATH}?${INVITE}`
