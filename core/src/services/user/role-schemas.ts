import { ListQuery, listOf, Name, ReadOnly, Strict, Timestamp, Type, Uuid, type Static } from '@innoerp/sdk/contract'

const Permission = Type.String({ pattern: '^[a-z][a-z0-9_-]*(\\.[a-z][a-z0-9_-]*)+$', maxLength: 100 })
const Permissions = Type.Array(Permission, { maxItems: 500, uniqueItems: true })

/** A role that an organization made. */
export const Role = Type.Object({
  id: ReadOnly(Uuid),
  name: Name(100),
  description: Type.String({ maxLength: 500 }),
  permissions: Permissions,
  version: ReadOnly(Type.Integer()),
  created_at: ReadOnly(Timestamp),
  updated_at: ReadOnly(Timestamp),
})
export type Role = Static<typeof Role>
export const roleSpec = listOf(Role, { sort: ['name', 'created_at'], search: ['name', 'description'], filter: [] })
export const RoleQuery = ListQuery(roleSpec)
const parts = { description: Type.Optional(Type.String({ maxLength: 500 })) }
export const NewRole = Strict({ name: Name(100), permissions: Permissions, ...parts })
export type NewRole = Static<typeof NewRole>
export const RolePatch = Strict({ name: Type.Optional(Name(100)), permissions: Type.Optional(Permissions), ...parts }, { minProperties: 1 })
export type RolePatch = Static<typeof RolePatch>
export const RoleParams = Strict({ id: Uuid })
export const UserRolesBody = Strict({ role_ids: Type.Array(Uuid, { maxItems: 100, uniqueItems: true }) })

/** A permission that a module of the organization declares. */
export const PermissionRow = Type.Object({ permission: Type.String(), description: Type.String(), module_id: Type.String(), module_name: Type.String() })
export type PermissionRow = Static<typeof PermissionRow>
