import { capabilityWords, type ModulePackage } from '@innoerp/sdk/contract'
import type { KeyObject } from 'node:crypto'
import semver from 'semver'
import type { CatalogueRepository } from '../modules/catalogue/catalogue-repository.js'
import type { ModuleCatalogue } from '../modules/catalogue/catalogue.js'
import { isDevelopment } from '../modules/catalogue/ranges.js'
import type { PackageSpec } from '../modules/install/fetch-package.js'
import { publishFirstParty } from '../modules/install/first-party.js'
import { publishRelease } from '../modules/install/release.js'
import type { Lifecycle } from '../modules/lifecycle/lifecycle.js'
import type { Progress } from '../modules/operations/operations.js'
import { publishPackage, type OwnRegistry } from './publish-package.js'

export interface FirstModulesDeps {
  catalogue: ModuleCatalogue
  rows: CatalogueRepository
  lifecycle: Lifecycle
  /** The first-party private key; undefined in production, which holds none. */
  key: KeyObject | undefined
  /** Folder of first-party modules; undefined where there is no checkout. */
  plugins: string | undefined
  /** Folder of packages that were signed when the image was built; undefined where there is no image. */
  release: string | undefined
  /** `<home>/modules`. */
  folder: string
  registry: OwnRegistry
  onProgress(line: string): void
}

/** Nobody watches what a start installs. */
const silent: Progress = { step: (_name, work) => work(), note: () => {} }

/**
 * Publishes first-party modules, those of a checkout signed here and those of an image signed when that was built, whose content is new to the embedded registry, and installs them from it while the host runs: a newer
 * minor or patch becomes the stable one, a major waits for a super admin, and what was uninstalled stays so (DECISIONS 17). What a
 * crash cut off is found and done again.
 */
export async function installFirstModules(deps: FirstModulesDeps): Promise<void> {
  const { catalogue, rows, lifecycle, key, plugins, release, folder, registry, onProgress } = deps
  // A version that is there already was published before a crash and is installed from there; what was edited since is other content
  // under that number, and the next start publishes it as a `-dev` version.
  const publish = (description: ModulePackage, tarball: Buffer) =>
    publishPackage({ description, tarball, tag: isDevelopment(description.version) ? 'dev' : 'latest' }, registry)
  const shared = { folder, versions: catalogue.versions(), publish }
  const ofCheckout = plugins !== undefined && key !== undefined ? await publishFirstParty({ ...shared, plugins, key }) : []
  const ofRelease = release !== undefined ? await publishRelease({ ...shared, release }) : []
  for (const { moduleId, ...spec } of [...ofCheckout, ...ofRelease]) {
    if (!isWelcome(catalogue, moduleId, spec)) continue
    const { manifest, version } = await lifecycle.install({ ...spec, activate: true }, silent)
    await rows.setChannel(moduleId, 'stable', isDevelopment(version) ? version : null)
    await rows.grant(moduleId, capabilityWords(manifest))
    onProgress(`installed ${spec.name} ${version}`)
  }
}

function isWelcome(catalogue: ModuleCatalogue, moduleId: string, { version }: PackageSpec): boolean {
  const module = catalogue.module(moduleId)
  if (!module) return true
  const current = module.channels.stable
  return module.uninstalled_at === null && (current === null || semver.major(version) === semver.major(current))
}
