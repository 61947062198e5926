import { basePathOf, apiBaseOf, type Feed, type FeedModule } from '@innoerp/sdk/contract'
import type { ModuleHost } from '../../modules/module-host.js'
import { permissionsOf } from '../../modules/permissions.js'
import type { Unit } from '../../modules/unit.js'
import type { Caller } from '../../platform/http/caller.js'
import type { Tenant } from '../../platform/http/site.js'

/** Everything the shell needs for this person: enabled modules only, and of them what the person may see. */
export function feedOf({ tenant, caller, modules }: { tenant: Tenant; caller: Caller; modules: ModuleHost }): Feed {
  const enabled = [...tenant.modules.values()].filter((assignment) => assignment.is_enabled).sort((a, b) => a.display_order - b.display_order)
  const units = enabled.flatMap((assignment) => modules.unitOf(tenant, assignment.module_id) ?? [])
  const permissions = new Set(units.flatMap((unit) => [...permissionsOf(unit.files.package.innoerp, caller.user_type)]))
  const { id, email, first_name, last_name, user_type } = caller
  return {
    organization: tenant.organization,
    user: { id, email, first_name, last_name, user_type },
    permissions: [...permissions].sort(),
    modules: units.map((unit) => moduleOf(unit, permissions)),
  }
}

function moduleOf({ moduleId, version, files }: Unit, permissions: ReadonlySet<string>): FeedModule {
  const { innoerp: manifest } = files.package
  const may = ({ permission }: { permission?: string }): boolean => permission === undefined || permissions.has(permission)
  const slots = Object.entries(manifest.slots ?? {}).map(([slot, parts]): [string, FeedModule['slots'][string]] => [
    slot,
    parts.filter(may).map(({ component, label = null }) => ({ component, label })),
  ])
  return {
    module_id: moduleId,
    name: manifest.title ?? manifest.name,
    version,
    icon: manifest.icon,
    color: manifest.color,
    entry: `/modules/${moduleId}/${version}/ui/${files.ui.entry}`,
    integrity: files.ui.files[files.ui.entry] ?? '',
    files: files.ui.files,
    styles: files.ui.styles,
    base_path: basePathOf(moduleId),
    api_base: apiBaseOf(manifest),
    navigation: manifest.navigation.filter(may).map(({ path, label, icon = null, key = null }) => ({ path, label, icon, key })),
    slots: Object.fromEntries(slots),
  }
}
