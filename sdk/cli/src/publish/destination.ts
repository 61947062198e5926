import type { BuiltPackage } from '../built-package.js'
import { CliError } from '../cli-error.js'
import type { Terminal } from '../command.js'
import { DEFAULT_REGISTRY, registryUrl } from '../registry-url.js'
import { readNpmrc, scopeRegistry, tokenFor } from './npmrc.js'

/** Where a package goes, and with what right. */
export interface Destination {
  registry: URL
  token: string
}

/**
 * What was given, else `INNOERP_REGISTRY_URL` and `INNOERP_REGISTRY_TOKEN`, else what the `.npmrc` of the module or of the user says.
 * @throws CliError where there is no token
 */
export async function destinationOf({ folder, manifest }: BuiltPackage, given: Partial<Record<'registry' | 'token', string>>, { env }: Terminal): Promise<Destination> {
  const settings = await readNpmrc([folder, env.HOME], env)
  const registry = registryUrl(given.registry ?? (env.INNOERP_REGISTRY_URL || scopeRegistry(settings, manifest.name) || DEFAULT_REGISTRY))
  const token = given.token ?? (env.INNOERP_REGISTRY_TOKEN || tokenFor(settings, registry))
  if (token) return { registry, token }
  throw new CliError(`Publishing to ${registry.href} needs a token.`, {
    details: ['Set INNOERP_REGISTRY_TOKEN, give --token, or keep it in .npmrc:', `//${registry.host}${registry.pathname}:_authToken=…`],
  })
}
