import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ModulePackage } from '@innoerp/sdk/contract'
import { unpackPackage } from '@innoerp/sdk/packaging'
import type { ModuleSource } from '../builder/module-source.js'
import type { Terminal } from '../command.js'
import { readNpmrc, scopeRegistry } from '../publish/npmrc.js'
import { DEFAULT_REGISTRY, registryUrl } from '../registry-url.js'
import { inspect } from './inspect.js'
import type { PreviousVersion } from './subject.js'
import { newestBefore } from './versions.js'

const PATIENCE_MS = 5_000
/** Below node_modules, where its imports find the libraries of the module. */
const CACHE = 'node_modules/.cache/innoerp/previous'

interface Packument {
  versions: Record<string, { dist: { tarball: string } }>
}

/** What the registry knows of a module. */
export interface Published {
  /** Where it was looked for. */
  registry: URL
  /** Undefined where the registry does not answer. */
  versions: readonly string[] | undefined
  previous: PreviousVersion | undefined
}

/** Finds the newest release before the module's version in the registry, and what it does. */
export async function findPublished({ folder, data }: ModuleSource, { env }: Terminal): Promise<Published> {
  const settings = await readNpmrc([folder, env.HOME], env)
  const registry = registryUrl(env.INNOERP_REGISTRY_URL || scopeRegistry(settings, data.name) || DEFAULT_REGISTRY)
  const packument = await readPackument(registry, data.name)
  if (packument === undefined) return { registry, versions: undefined, previous: undefined }
  const versions = Object.keys(packument.versions)
  const version = newestBefore(data.version, versions)
  const tarball = version === undefined ? undefined : packument.versions[version]?.dist.tarball
  return { registry, versions, previous: tarball === undefined ? undefined : await readPrevious(folder, new URL(tarball)) }
}

/** Undefined where nobody answers; without versions where there is no such package. */
async function readPackument(registry: URL, name: string): Promise<Packument | undefined> {
  try {
    const response = await fetch(new URL(name.replace('/', '%2f'), registry), { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (response.status === 404) return { versions: {} }
    return response.ok ? ((await response.json()) as Packument) : undefined
  } catch {
    return undefined
  }
}

async function readPrevious(folder: string, tarball: URL): Promise<PreviousVersion> {
  const place = join(folder, CACHE)
  await rm(place, { recursive: true, force: true })
  await mkdir(place, { recursive: true })
  try {
    const response = await fetch(tarball, { signal: AbortSignal.timeout(PATIENCE_MS) })
    await unpackPackage(Buffer.from(await response.arrayBuffer()), place)
    const manifest = JSON.parse(await readFile(join(place, 'package.json'), 'utf8')) as ModulePackage
    return { manifest, inspection: await inspect(place) }
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}
