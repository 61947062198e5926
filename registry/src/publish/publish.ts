import { errors } from '../errors.js'
import { isJsonObject, parseJsonObject, type JsonObject } from '../json.js'
import type { PublishedPackage, RegistryLimits } from '../options.js'
import type { Registry } from '../registry.js'
import { ensureLatest, ensurePackage, insertVersion, setTag, type NewVersion } from '../store/package-index.js'
import { readPublication, type PackageDocument, type Publication } from './document.js'
import { moduleManifest } from './module-manifest.js'
import { readTarball } from './tarball.js'
import { versionManifest } from './version-manifest.js'

/**
 * Publishes one version: the tarball is judged, written under a name that nobody reads, and gets its final name while the
 * transaction that makes it known still holds the version. A crash at any point leaves the version either whole or absent; of
 * several publications of one version one wins.
 *
 * @throws REGISTRY_VERSION_EXISTS and everything that the parts refuse
 */
export async function publish(registry: Registry, document: PackageDocument): Promise<PublishedPackage> {
  const publication = readPublication(document, registry.limits.tarballBytes)
  const { added, manifest } = await judged(publication, registry.limits)
  const file = await registry.files.stage(publication.bytes, publication.integrity)
  try {
    await registry.database.transaction(async (query) => {
      await ensurePackage(query, added.name)
      if (!(await insertVersion(query, added))) throw errors.VERSION_EXISTS({ values: { name: added.name, version: added.version } })
      for (const tag of publication.tags) await setTag(query, added.name, { tag, version: added.version })
      await ensureLatest(query, added.name, added.version)
      await file.keep()
    })
  } finally {
    await file.discard()
  }
  return { name: added.name, version: added.version, manifest }
}

async function judged(
  publication: Publication,
  limits: RegistryLimits,
): Promise<{ added: NewVersion; manifest: PublishedPackage['manifest'] }> {
  const { name, version, bytes, integrity, shasum } = publication
  const contents = await readTarball(bytes, limits)
  const packageJson = packageJsonOf(contents.packageJson)
  if (packageJson.name !== name || packageJson.version !== version) {
    throw errors.TARBALL_INVALID({ values: { reason: `its package.json is not that of ${name}@${version}` } })
  }
  const manifest = packageJson.innoerp === undefined ? undefined : moduleManifest(packageJson.innoerp)
  return {
    manifest,
    added: {
      name,
      version,
      manifest: versionManifest(packageJson, contents.files),
      module: isJsonObject(packageJson.innoerp) ? packageJson.innoerp : null,
      readme: contents.readme,
      integrity,
      shasum,
      size: bytes.length,
      fileCount: contents.files.length,
      unpackedSize: contents.unpackedSize,
    },
  }
}

function packageJsonOf(text: string): JsonObject {
  try {
    return parseJsonObject(text)
  } catch (error) {
    throw errors.TARBALL_INVALID({
      values: { reason: `its package.json is refused: ${error instanceof Error ? error.message : 'unknown fault'}` },
    })
  }
}
