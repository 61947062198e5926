import { getApi, resource, type AnyRecord, type ListSource, type PageOf } from '@innoerp/sdk/ui'

/** A role that the organization made: permissions that come on top of a person's type. */
export interface Role extends AnyRecord {
  name: string
  description: string
  permissions: readonly string[]
  created_at: string
}
export interface NewRole {
  name: string
  description: string
  permissions: readonly string[]
}

/** A permission that a module of the organization declares. */
export interface Permission extends AnyRecord {
  permission: string
  description: string
  module_id: string
  module_name: string
}

export const roles = resource<Role, NewRole>('/api/v1/roles')

const PERMISSIONS = '/api/v1/permissions'
export const permissions: ListSource<Permission> = {
  path: PERMISSIONS,
  list: async (query = {}, options = {}) => {
    const page = await getApi().get<PageOf<Omit<Permission, 'id'>>>(PERMISSIONS, { ...options, query })
    return { ...page, items: page.items.map((row) => ({ ...row, id: row.permission }) as Permission) }
  },
}

const ofUser = (userId: string) => `/api/v1/users/${userId}/roles`
/** A person's roles; both calls reject with an ApiError. */
export const userRoles = {
  path: '/api/v1/users/roles',
  read: (userId: string): Promise<Role[]> => getApi().get(ofUser(userId)),
  /** Gives just these. */
  assign: (userId: string, role_ids: readonly string[]): Promise<Role[]> => getApi().put(ofUser(userId), { role_ids }),
}
