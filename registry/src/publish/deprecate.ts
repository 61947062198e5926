import { errors } from '../errors.js'
import type { Registry } from '../registry.js'
import { lockRevision, setDeprecated, touchPackage } from '../store/package-index.js'
import type { PackageDocument } from './document.js'

/**
 * Takes over the deprecation messages of a document without a tarball, as `npm deprecate` sends it; an empty message takes a
 * deprecation back. Nothing else in such a document is taken over.
 *
 * @throws REGISTRY_DOCUMENT_INVALID, REGISTRY_PACKAGE_NOT_FOUND, REGISTRY_VERSION_NOT_FOUND, REGISTRY_DOCUMENT_OUTDATED
 */
export async function deprecate({ database }: Registry, document: PackageDocument): Promise<void> {
  const { name, _rev: revision } = document
  const changes = Object.entries(document.versions).flatMap(([version, { deprecated }]) =>
    deprecated === undefined ? [] : [{ version, message: deprecated || null }],
  )
  if (changes.length === 0) throw errors.DOCUMENT_INVALID({ values: { reason: 'it brings no tarball and deprecates no version' } })
  await database.transaction(async (query) => {
    const current = await lockRevision(query, name)
    if (current === undefined) throw errors.PACKAGE_NOT_FOUND({ values: { name } })
    if (revision !== undefined && revision !== current) throw errors.DOCUMENT_OUTDATED({ values: { name } })
    for (const change of changes) {
      const known = await setDeprecated(query, name, change)
      if (!known) throw errors.VERSION_NOT_FOUND({ values: { name, version: change.version.slice(0, 80) } })
    }
    await touchPackage(query, name)
  })
}
