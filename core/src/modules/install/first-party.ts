import { BUILD_FOLDER, BUILT, contentHash, packPackage, signPackage } from '@innoerp/sdk/packaging'
import { access, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ModulePackage } from '@innoerp/sdk/contract'
import type { KeyObject } from 'node:crypto'
import type { VersionRow } from '../catalogue/catalogue-repository.js'
import type { PackageSpec } from './fetch-package.js'

export interface FirstPartyDeps {
  /** The checkout's `plugins` folder; a module's package is its package.json, its `build` and its documents, as npm packs it. */
  plugins: string
  /** The first-party private key. */
  key: KeyObject
  /** `<home>/modules`, for staging. */
  folder: string
  versions: readonly VersionRow[]
  publish(description: ModulePackage, tarball: Buffer): Promise<void>
}

/** What npm packs beside package.json and the build, where it is there. */
const DOCUMENTS = ['README.md', 'LICENSE']

export interface FirstPartySpec extends PackageSpec {
  moduleId: string
}

/** States in which a version is at hand. */
export const IS_HERE = new Set(['installed', 'active', 'quarantined'])

/** A first-party package whose content no installed version has. */
interface Fresh {
  folder: string
  package: ModulePackage
  hash: string
}

/**
 * Signs and publishes every first-party module whose content is new: under its own number, or, where that number is taken by other
 * content, as `<version>-dev.<hash8>`, so that an edited module really is another version (DECISIONS 17).
 * @returns what is to be installed
 */
export async function publishFirstParty(deps: FirstPartyDeps): Promise<FirstPartySpec[]> {
  const published: FirstPartySpec[] = []
  for (const fresh of await findFresh(deps)) {
    const { name, innoerp } = fresh.package
    const taken = deps.versions.some((row) => row.module_id === innoerp.id && row.version === fresh.package.version && row.state !== 'failed')
    const version = taken ? `${fresh.package.version}-dev.${fresh.hash.slice(0, 8)}` : fresh.package.version
    const description: ModulePackage = { ...fresh.package, version }
    const staging = path.join(deps.folder, '.staging', `publish-${innoerp.id}-${process.pid}`)
    try {
      await rm(staging, { recursive: true, force: true })
      await stage(fresh.folder, staging)
      await writeFile(path.join(staging, 'package.json'), `${JSON.stringify(description, null, 2)}\n`)
      await signPackage(staging, deps.key)
      await deps.publish(description, await packPackage(staging))
    } finally {
      await rm(staging, { recursive: true, force: true })
    }
    published.push({ moduleId: innoerp.id, name, version })
  }
  return published
}

async function stage(folder: string, staging: string): Promise<void> {
  await mkdir(staging, { recursive: true })
  await cp(path.join(folder, BUILD_FOLDER), path.join(staging, BUILD_FOLDER), { recursive: true, dereference: true })
  for (const name of DOCUMENTS) if (await exists(path.join(folder, name))) await cp(path.join(folder, name), path.join(staging, name))
}

async function findFresh({ plugins, versions }: FirstPartyDeps): Promise<Fresh[]> {
  const names = (await readdir(plugins, { withFileTypes: true }).catch(() => [])).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const found: Fresh[] = []
  for (const name of names.sort()) {
    const folder = path.join(plugins, name)
    if (!(await exists(path.join(folder, BUILD_FOLDER, BUILT.server)))) continue
    const description = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as ModulePackage
    const hash = await contentHash(folder)
    if (!versions.some((row) => row.content_hash === hash && IS_HERE.has(row.state))) found.push({ folder, package: description, hash })
  }
  return found
}

const exists = (file: string): Promise<boolean> => access(file).then(() => true, () => false)
