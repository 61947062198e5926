import { errors } from './errors.js'
import { assertName, isTag, isVersion } from './names.js'
import type { Registry } from './registry.js'
import { findIntegrity, removeTag, setTag, touchPackage } from './store/package-index.js'

/** A dist-tag of a package. */
export interface TagAddress {
  name: string
  tag: string
}

function assertTag(tag: string): void {
  if (!isTag(tag)) throw errors.TAG_INVALID({ values: { tag: tag.slice(0, 80) } })
}

/**
 * Lets a dist-tag name a version.
 *
 * @throws REGISTRY_NAME_INVALID, REGISTRY_TAG_INVALID, REGISTRY_VERSION_INVALID, REGISTRY_VERSION_NOT_FOUND
 */
export async function moveTag({ database }: Registry, { name, tag }: TagAddress, version: string): Promise<void> {
  assertName(name)
  assertTag(tag)
  if (!isVersion(version)) throw errors.VERSION_INVALID({ values: { version: version.slice(0, 80) } })
  await database.transaction(async (query) => {
    if (!(await findIntegrity(query, name, version))) throw errors.VERSION_NOT_FOUND({ values: { name, version } })
    await touchPackage(query, name)
    await setTag(query, name, { tag, version })
  })
}

/**
 * Removes a dist-tag.
 *
 * @throws REGISTRY_NAME_INVALID, REGISTRY_TAG_INVALID, REGISTRY_LATEST_NEEDED, REGISTRY_TAG_NOT_FOUND
 */
export async function dropTag({ database }: Registry, { name, tag }: TagAddress): Promise<void> {
  assertName(name)
  assertTag(tag)
  if (tag === 'latest') throw errors.LATEST_NEEDED()
  await database.transaction(async (query) => {
    await touchPackage(query, name)
    if (!(await removeTag(query, name, tag))) throw errors.TAG_NOT_FOUND({ values: { name, tag } })
  })
}
