import type { PublishedModule } from '@innoerp/registry'
import type { SignatureState } from '../../services/tenant/catalogue-port.js'
import type { Isolation } from '../catalogue/catalogue-repository.js'
import { moduleErrors } from '../module-errors.js'
import { stage, type StagingDeps } from './staging.js'

/** A module version of the registry with what its signature is worth here. */
export interface InspectedModule extends PublishedModule {
  signature: SignatureState
  isolation: Isolation
  size_bytes: number
}
/** What the registry holds. Nothing of it runs: packages are fetched and judged, each once as long as the trusted keys stay. */
export interface Published {
  versionsOf(moduleId: string): Promise<PublishedModule[]>
  all(): Promise<PublishedModule[]>
  inspect(module: PublishedModule): Promise<InspectedModule>
  /** @throws MODULE_NOT_PUBLISHED */
  find(moduleId: string, version: string): Promise<PublishedModule>
  /** After a change of the trusted keys. */
  forget(): void
}

export function createPublished({ list, staging }: { list(): Promise<PublishedModule[]>; staging: StagingDeps }): Published {
  const judged = new Map<string, Promise<Pick<InspectedModule, 'signature' | 'isolation' | 'size_bytes'>>>()
  const judge = async ({ name, version }: PublishedModule) => {
    const { row, discard } = await stage({ name, version }, staging)
    await discard()
    return { signature: row.signature, isolation: row.isolation, size_bytes: row.size_bytes }
  }
  const versionsOf = async (moduleId: string) => (await list()).filter(({ manifest }) => manifest.id === moduleId)
  return {
    all: list,
    versionsOf,
    inspect: async (module) => {
      const key = `${module.name}@${module.version}`
      // A package that cannot even be unpacked is not what was signed.
      const begun = judged.get(key) ?? judge(module).catch(() => ({ signature: 'modified', isolation: 'process', size_bytes: 0 }) as const)
      judged.set(key, begun)
      return { ...module, ...(await begun) }
    },
    find: async (moduleId, version) => {
      const found = (await versionsOf(moduleId)).find((module) => module.version === version)
      if (!found) throw moduleErrors.NOT_PUBLISHED({ values: { name: moduleId, version } })
      return found
    },
    forget: () => judged.clear(),
  }
}
