import type { Manifest } from '@innoerp/sdk/contract'
import type { Tenant } from '../../platform/http/site.js'
import type { PermissionRow } from './role-schemas.js'

/** What the modules of an organization let be granted. */
export interface PermissionCatalogue {
  of(tenant: Tenant): PermissionRow[]
  namesOf(tenant: Tenant): ReadonlySet<string>
}

/** @param manifestOf the manifest of the version that an organization runs of a module */
export function createPermissionCatalogue(manifestOf: (moduleId: string, version: string) => Manifest | undefined): PermissionCatalogue {
  const of: PermissionCatalogue['of'] = ({ modules }) =>
    [...modules.values()].flatMap(({ module_id, version }) => {
      const manifest = version === undefined ? undefined : manifestOf(module_id, version)
      return Object.entries(manifest?.permissions ?? {}).map(([permission, description]) => ({ permission, description, module_id, module_name: manifest?.name ?? module_id }))
    })
  return { of, namesOf: (tenant) => new Set(of(tenant).map(({ permission }) => permission)) }
}
