import type { Permission } from '../../../clients/roles'

export interface ModulePermissions {
  module_id: string
  module_name: string
  permissions: readonly Permission[]
}

/** Permissions in groups of their modules, in the order of the list. */
export function byModule(all: readonly Permission[]): ModulePermissions[] {
  const groups = new Map<string, Permission[]>()
  for (const permission of all) groups.set(permission.module_id, [...(groups.get(permission.module_id) ?? []), permission])
  return [...groups].map(([module_id, permissions]) => ({ module_id, module_name: permissions[0]?.module_name ?? module_id, permissions }))
}

/** `chosen` with `name` in it or not. */
export const toggled = (chosen: readonly string[], name: string): readonly string[] =>
  chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]
