import { listFiles } from '@innoerp/sdk/packaging'
import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { packageFolder } from '../platform/package-folder.js'

/** What authors of modules install from the host's registry. */
export const PLATFORM_PACKAGES = ['@innoerp/config', '@innoerp/sdk', '@innoerp/shell', '@innoerp/registry', '@innoerp/core', '@innoerp/cli'] as const

type Dependencies = Record<string, string>
interface Description {
  name: string
  version: string
  files?: string[]
  dependencies?: Dependencies
  peerDependencies?: Dependencies
  [field: string]: unknown
}

/** One of the platform's packages as it lies on this disk. */
export interface PlatformPackage {
  folder: string
  description: Description
  /** The files that travel, package.json aside; relative. */
  paths: readonly string[]
}

/** The platform's packages as they are now, and a name for their content: hexadecimal. */
export interface PlatformRelease {
  packages: readonly PlatformPackage[]
  hash: string
}

const DOCUMENTS = ['README.md', 'LICENSE']
/** Made by tools for themselves, or by a template that was tried in place. */
const LEFT_OUT = /(^|\/)(node_modules|build)\/|\.(tsbuildinfo|map)$/

/** Reads the platform's packages; undefined where not all of them are installed. */
export async function readRelease(): Promise<PlatformRelease | undefined> {
  const folders = PLATFORM_PACKAGES.map(packageFolder)
  if (!folders.every((folder) => folder !== undefined)) return undefined
  const packages = await Promise.all(folders.map(readPackage))
  const hash = createHash('sha256')
  for (const { folder, description, paths } of packages) hash.update(JSON.stringify([description, await listFiles(folder, paths)]))
  return { packages, hash: hash.digest('hex') }
}

async function readPackage(folder: string): Promise<PlatformPackage> {
  const { innoerpRelease: _, ...description } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as Description
  const lists = await Promise.all([...(description.files ?? []), ...DOCUMENTS].map((name) => pathsBelow(folder, name)))
  return { folder, description, paths: lists.flat().filter((name) => !LEFT_OUT.test(name)) }
}

async function pathsBelow(folder: string, name: string): Promise<string[]> {
  const found = await stat(path.join(folder, name)).catch(() => undefined)
  if (!found?.isDirectory()) return found ? [name] : []
  const entries = await readdir(path.join(folder, name), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
}

/**
 * The package.json that is published under `version`: it names its release, depends on the packages of the same release exactly, and
 * has nothing that only this repository needs.
 */
export function publishedDescription({ description }: PlatformPackage, { release, versions }: { release: PlatformRelease; versions: ReadonlyMap<string, string> }): Description {
  const { devDependencies: _, private: __, ...kept } = description
  const pinned = (dependencies: Dependencies = {}) => Object.fromEntries(Object.entries(dependencies).map(([name, range]) => [name, versions.get(name) ?? range]))
  // The host depends on the SDK; asked for by exact version from the other side too, npm would find no order to install them in.
  const peers = Object.fromEntries(Object.entries(description.peerDependencies ?? {}).map(([name, range]) => [name, versions.has(name) ? '*' : range]))
  return {
    ...kept,
    version: versions.get(description.name) ?? description.version,
    ...(description.dependencies && { dependencies: pinned(description.dependencies) }),
    ...(description.peerDependencies && { peerDependencies: peers }),
    innoerpRelease: release.hash,
  }
}
