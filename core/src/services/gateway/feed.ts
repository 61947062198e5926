import { basePathOf, apiBaseOf, type Feed, type FeedModule } from '@innoerp/sdk/contract'
import type { ModuleCatalogue } from '../../modules/catalogue/catalogue.js'
import type { ShownWords } from '../../modules/catalogue/catalogue-repository.js'
import type { ModuleHost } from '../../modules/module-host.js'
import { labelOf } from '../../modules/module-labels.js'
import { permissionsOf } from '../../modules/permissions.js'
import type { Unit } from '../../modules/unit.js'
import type { Caller } from '../../platform/http/caller.js'
import type { Tenant } from '../../platform/http/site.js'

export interface FeedInput {
  tenant: Tenant
  caller: Caller
  modules: ModuleHost
  catalogue: Pick<ModuleCatalogue, 'module'>
  /** Of the labels, e.g. `de`. */
  language: string
}

/** Everything the shell needs for this person: enabled modules only, and of them what the person may see. */
export function feedOf({ tenant, caller, modules, catalogue, language }: FeedInput): Feed {
  const enabled = [...tenant.modules.values()].filter((assignment) => assignment.is_enabled).sort((a, b) => a.display_order - b.display_order)
  const units = enabled.flatMap((assignment) => modules.unitOf(tenant, assignment.module_id) ?? [])
  const permissions = new Set(units.flatMap((unit) => [...permissionsOf(unit.files.package.innoerp, caller.user_type, caller.permissions)]))
  const { id, email, first_name, last_name, user_type } = caller
  return {
    organization: tenant.organization,
    user: { id, email, first_name, last_name, user_type },
    permissions: [...permissions].sort(),
    modules: units.map((unit) => moduleOf(unit, { permissions, language, words: catalogue.module(unit.moduleId)?.shown ?? {} })),
  }
}

interface Reader {
  permissions: ReadonlySet<string>
  language: string
  /** What the platform's operator calls it. */
  words: ShownWords
}

function moduleOf({ moduleId, version, files }: Unit, { permissions, language, words }: Reader): FeedModule {
  const { innoerp: manifest } = files.package
  const text = (key: string): string | undefined => labelOf(files.locales, language, key)
  const may = ({ permission }: { permission?: string }): boolean => permission === undefined || permissions.has(permission)
  const slots = Object.entries(manifest.slots ?? {}).map(([slot, parts]): [string, FeedModule['slots'][string]] => [
    slot,
    parts.filter(may).map(({ component, label = null }) => ({ component, label: label === null ? null : (text(label) ?? label) })),
  ])
  return {
    module_id: moduleId,
    name: words.module_name ?? text('module.title') ?? manifest.title ?? text('module.name') ?? manifest.name,
    description: words.description ?? text('module.description') ?? manifest.description ?? null,
    version,
    icon: words.icon ?? manifest.icon,
    color: words.color ?? manifest.color,
    entry: `/modules/${moduleId}/${version}/ui/${files.ui.entry}`,
    integrity: files.ui.files[files.ui.entry] ?? '',
    files: files.ui.files,
    styles: files.ui.styles,
    base_path: basePathOf(moduleId),
    api_base: apiBaseOf(manifest),
    navigation: manifest.navigation.filter(may).map(({ path, label, icon = null, key = null }) => ({ path, label: text(label) ?? label, icon, key })),
    slots: Object.fromEntries(slots),
    has_settings: Object.keys(manifest.settings?.properties ?? {}).length > 0,
  }
}
