import { contentHash, verifyPackage } from '@innoerp/sdk/packaging'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { VersionRow } from '../catalogue/catalogue-repository.js'
import type { SignatureState } from '../../services/tenant/catalogue-port.js'
import { moduleErrors } from '../module-errors.js'
import { readModuleFiles, type ModuleFiles } from '../module-files.js'
import type { TrustedKeys } from '../trust/trusted-keys.js'
import { fetchTarball, type PackageSpec, type RegistryAccess } from './fetch-package.js'
import { unpack } from './tarball.js'

/** A package that was fetched, unpacked and judged; nothing of it has run. */
export interface StagedPackage {
  files: ModuleFiles
  row: Omit<VersionRow, 'state' | 'error'>
  /** What is wrong with its signature; undefined when it may be loaded. */
  refusal: string | undefined
  /** Removes its folder, unless it was moved into place. */
  discard(): Promise<void>
}
export interface StagingDeps {
  access(): RegistryAccess
  keys: TrustedKeys
  allowsUnsigned: boolean
}

export const folderOf = (modules: string, { id, version }: { id: string; version: string }): string => path.join(modules, id, version)

/**
 * Fetches a package into a folder of its own: integrity checked against the registry's, entries checked, signature verified,
 * manifest read. Its scripts never run. The caller discards it, or moves it into place.
 */
export async function stage(spec: PackageSpec, deps: StagingDeps): Promise<StagedPackage> {
  const access = deps.access()
  const { tarball, integrity } = await fetchTarball(spec, access)
  const folder = path.join(access.folder, '.staging', `${process.pid}-${Date.now()}-${Math.random().toString(36).slice(2)}`)
  const discard = () => rm(folder, { recursive: true, force: true })
  try {
    await unpack(tarball, { name: spec.name, folder })
    const { refusal, ...trust } = await judge(folder, deps)
    const files = await readStaged(folder, { spec, refusal, signature: trust.signature })
    const manifest = files.package.innoerp
    const row = { module_id: manifest.id, version: spec.version, package_name: spec.name, integrity, content_hash: await contentHash(folder), manifest, size_bytes: tarball.byteLength, ...trust }
    return { files, row, refusal, discard }
  } catch (error) {
    await discard()
    throw error
  }
}

async function readStaged(folder: string, { spec, refusal, signature }: { spec: PackageSpec; refusal: string | undefined; signature: SignatureState }): Promise<ModuleFiles> {
  const files = await readModuleFiles(folder).catch((error: unknown) => {
    // A package that nobody trusts is refused for that, whatever else is wrong with it.
    if (refusal === undefined) throw error
    throw moduleErrors.BAD_SIGNATURE({ values: { ...spec, state: signature, problem: refusal } })
  })
  const { name, version } = files.package
  if (name !== spec.name || version !== spec.version) throw moduleErrors.BAD_PACKAGE({ values: { name: spec.name, problem: `it calls itself ${name} ${version}` } })
  return files
}

/** What a signature is worth, and how the module runs for it. Unsigned ones load where the operator allows it, apart from the host. */
async function judge(folder: string, { keys, allowsUnsigned }: StagingDeps): Promise<Pick<VersionRow, 'signature' | 'isolation' | 'key_id'> & { refusal: string | undefined }> {
  const { state, keyId = null, problems } = await verifyPackage(folder, keys.all())
  const isolation = (state === 'signed' && keyId !== null && keys.isolationOf(keyId)) || 'process'
  const isAllowed = state === 'signed' || (state === 'unsigned' && allowsUnsigned)
  return { signature: state, isolation, key_id: keyId, refusal: isAllowed ? undefined : (problems[0] ?? state) }
}

/** A version's folder is complete or absent: it is moved into place as a whole. */
export async function place({ folder, package: { innoerp, version } }: ModuleFiles, modules: string): Promise<ModuleFiles> {
  const target = folderOf(modules, { id: innoerp.id, version })
  await mkdir(path.dirname(target), { recursive: true })
  await rm(target, { recursive: true, force: true })
  await rename(folder, target)
  return readModuleFiles(target)
}
