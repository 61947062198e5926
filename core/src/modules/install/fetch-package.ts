import path from 'node:path'
import semver from 'semver'
import { moduleErrors } from '../module-errors.js'

/** A package by name and exact version. */
export interface PackageSpec {
  name: string
  version: string
}
export interface RegistryAccess {
  /** Address of the npm registry, with a slash at its end. */
  registry: string
  /** `<home>/modules`; npm's cache lies in it. */
  folder: string
}

const NAME = /^(@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/

/** npm's own client, loaded only when something is installed: it is large. */
const npm = async () => (await import('pacote')).default
const optionsOf = ({ registry, folder }: RegistryAccess) => ({ registry, cache: path.join(folder, '.cache'), preferOnline: true, fullMetadata: true, fetchRetries: 1 }) as never

/** Versions of a package that the registry holds. */
export async function publishedVersions(name: string, access: RegistryAccess): Promise<string[]> {
  return Object.keys((await packumentOf(name, access)).versions)
}

/**
 * The exact version that is meant: `wanted` itself, else the registry's `latest`. Addresses, paths and tags are refused: what is
 * installed comes from the registry and nowhere else.
 * @throws MODULE_NOT_PUBLISHED
 */
export async function exactVersion(name: string, wanted: string | undefined, access: RegistryAccess): Promise<PackageSpec> {
  const refusal = () => moduleErrors.NOT_PUBLISHED({ values: { name, version: wanted ?? 'latest' } })
  if (!NAME.test(name) || (wanted !== undefined && semver.valid(wanted) !== wanted)) throw refusal()
  const { versions, 'dist-tags': tags } = await packumentOf(name, access)
  const version = wanted ?? tags['latest']
  if (version === undefined || !Object.hasOwn(versions, version)) throw refusal()
  return { name, version }
}

async function packumentOf(name: string, access: RegistryAccess): Promise<{ versions: Record<string, unknown>; 'dist-tags': Record<string, string | undefined> }> {
  try {
    return (await (await npm()).packument(name, optionsOf(access))) as never
  } catch (error) {
    if ((error as { code?: string }).code === 'E404') throw moduleErrors.NOT_PUBLISHED({ values: { name, version: 'latest' } })
    throw error
  }
}

/** The tarball, its bytes checked against the registry's integrity. */
export async function fetchTarball({ name, version }: PackageSpec, access: RegistryAccess): Promise<{ tarball: Buffer; integrity: string }> {
  const tarball = await (await npm()).tarball(`${name}@${version}`, optionsOf(access))
  return { tarball, integrity: String(tarball.integrity) }
}
