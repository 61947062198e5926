import type { ModuleVersion } from '../../../../clients/modules'

export const VERSION_VERBS = ['install', 'activate', 'deactivate', 'release', 'remove'] as const
export type VersionVerb = (typeof VERSION_VERBS)[number]

type Judged = Pick<ModuleVersion, 'state' | 'signature' | 'tenants'>

/** What can be done with a version; what organizations run is neither switched off nor deleted. */
export function verbsOf({ state, tenants }: Judged): VersionVerb[] {
  const unused: VersionVerb[] = tenants > 0 ? [] : ['remove']
  switch (state) {
    case 'available':
      return ['install']
    case 'installed':
    case 'retired':
      return ['activate', ...unused]
    case 'active':
      return tenants > 0 ? [] : ['deactivate', 'remove']
    case 'quarantined':
      return ['release', ...unused]
  }
}
