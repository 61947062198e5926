import type { Manifest, UserType } from '@innoerp/sdk/contract'

const matches = (pattern: string, permission: string): boolean =>
  pattern === permission || (pattern.endsWith('.*') && permission.startsWith(pattern.slice(0, -1)))

/**
 * What a user type may do in a module (DECISIONS 4): administrators and managers everything, the others what the manifest's roles say.
 * @param added permissions that roles of the organization give the person
 */
export function permissionsOf(manifest: Manifest, userType: UserType, added: readonly string[] = []): Set<string> {
  const all = Object.keys(manifest.permissions)
  if (userType === 'admin' || userType === 'manager') return new Set(all)
  const patterns = manifest.roles?.[userType] ?? []
  return new Set(all.filter((permission) => added.includes(permission) || patterns.some((pattern) => matches(pattern, permission))))
}
