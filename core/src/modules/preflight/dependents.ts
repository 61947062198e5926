import type { ModuleCatalogue } from '../catalogue/catalogue.js'

export interface Dependent {
  module_id: string
  version: string
  /** Versions of the module asked about that it works with. */
  range: string
  optional: boolean
}

/** The active versions of other modules whose manifest names this one. */
export const dependentsOf = (catalogue: ModuleCatalogue, moduleId: string): Dependent[] =>
  catalogue.activeVersions().flatMap(({ module_id, version, manifest }) => {
    const need = manifest.requires?.[moduleId]
    return need ? [{ module_id, version, range: need.range, optional: need.optional ?? false }] : []
  })
