import type { ModulePackage } from '@innoerp/sdk/contract'
import path from 'node:path'
import type { ModuleCatalogue } from '../modules/catalogue.js'
import { publishFirstParty } from '../modules/first-party.js'
import type { ModuleKeys } from '../modules/keys.js'
import type { ModuleHost } from '../modules/module-host.js'
import type { Platform } from '../platform/platform.js'

export interface FirstModulesDeps {
  platform: Platform
  catalogue: ModuleCatalogue
  modules: ModuleHost
  keys: ModuleKeys
  /** Folder of first-party modules; undefined where there is no checkout. */
  plugins: string | undefined
  registryUrl: string
  onProgress(line: string): void
}

/**
 * Publishes first-party modules whose content is new to the embedded registry, and installs them from it while the host runs.
 * What a crash cut off is found and done again.
 */
export async function installFirstModules(deps: FirstModulesDeps): Promise<void> {
  const { platform, catalogue, modules, keys, plugins, onProgress } = deps
  if (plugins === undefined) return
  const publish = (description: ModulePackage, tarball: Buffer) => publishPackage(description, { tarball, registry: deps.registryUrl, token: platform.secrets.registryToken })
  const folder = path.join(platform.config.home, 'modules')
  const published = await publishFirstParty({ plugins, keys, folder, versions: await catalogue.versions(), publish })
  for (const spec of published) {
    await modules.install(spec)
    onProgress(`installed ${spec.name} ${spec.version}`)
  }
}

/**
 * As `npm publish` does it. A version that is there already was published before a crash and is installed from there; what was edited
 * since is other content under that number, and the next start publishes it as a `-dev` version.
 */
async function publishPackage(description: ModulePackage, { tarball, registry, token }: { tarball: Buffer; registry: string; token: string }): Promise<void> {
  const { publish } = await import('libnpmpublish')
  const key = `//${new URL(registry).host}${new URL(registry).pathname}:_authToken`
  const tag = description.version.includes('-dev.') ? 'dev' : 'latest'
  try {
    await publish(description as never, tarball as never, { registry, defaultTag: tag, access: 'public', [key]: token } as never)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code !== 'E409' && code !== 'E403' && code !== 'EPUBLISHCONFLICT') throw error
  }
}
