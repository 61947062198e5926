import { errors } from './errors.js'
import { etagOf, isCurrent } from './etag.js'
import { isName, isTag, versionOfTarball } from './names.js'
import { fullPackument, installPackument, versionOf } from './packument.js'
import type { Registry } from './registry.js'
import { findIntegrity, findPackage, findRevision, findTags, type PackageRecord } from './store/package-index.js'

/** How a caller wants a package told. */
export interface Telling {
  /** Address of the registry without a slash at its end. */
  base: string
  /** Only what an installation needs. */
  short: boolean
  ifNoneMatch: string | undefined
}

const packageMissing = (name: string) => errors.PACKAGE_NOT_FOUND({ values: { name: name.slice(0, 80) } })
const versionMissing = (name: string, version: string) =>
  errors.VERSION_NOT_FOUND({ values: { name: name.slice(0, 80), version: version.slice(0, 80) } })

/**
 * A package with its versions; `packument` is undefined when the caller has the current state already.
 *
 * @throws REGISTRY_PACKAGE_NOT_FOUND
 */
export async function readPackument({ database }: Registry, name: string, { base, short, ifNoneMatch }: Telling) {
  const etagAt = (revision: string): string => etagOf(revision, base, short ? 'short' : 'full')
  if (!isName(name)) throw packageMissing(name)
  if (ifNoneMatch !== undefined) {
    const revision = await findRevision(database.query, name)
    if (revision !== undefined && isCurrent(ifNoneMatch, etagAt(revision))) return { etag: etagAt(revision), packument: undefined }
  }
  const record = await packageNamed(database, name)
  return { etag: etagAt(record.revision), packument: short ? installPackument(record, base) : fullPackument(record, base) }
}

/**
 * One version of a package, named by itself or by a dist-tag.
 *
 * @throws REGISTRY_PACKAGE_NOT_FOUND, REGISTRY_VERSION_NOT_FOUND
 */
export async function readVersion({ database }: Registry, name: string, { base, wanted }: { base: string; wanted: string }) {
  const record = await packageNamed(database, name)
  const version = isTag(wanted) ? record.tags[wanted] : wanted
  const found = record.versions.find((candidate) => candidate.version === version)
  if (!found) throw versionMissing(name, wanted)
  return versionOf(record, found, base)
}

/** @throws REGISTRY_PACKAGE_NOT_FOUND */
export async function readTags({ database }: Registry, name: string): Promise<Record<string, string>> {
  const tags = isName(name) ? await findTags(database.query, name) : undefined
  if (!tags) throw packageMissing(name)
  return tags
}

/**
 * The integrity under which a tarball's bytes are kept.
 *
 * @param file name of the file in the tarball's address
 * @throws REGISTRY_VERSION_NOT_FOUND
 */
export async function integrityOfTarball(
  { database }: Registry,
  name: string,
  file: string,
): Promise<{ version: string; integrity: string }> {
  const version = isName(name) ? versionOfTarball(name, file) : undefined
  const integrity = version && (await findIntegrity(database.query, name, version))
  if (!version || !integrity) throw versionMissing(name, version ?? file)
  return { version, integrity }
}

async function packageNamed({ query }: Registry['database'], name: string): Promise<PackageRecord> {
  const record = isName(name) ? await findPackage(query, name) : undefined
  if (!record) throw packageMissing(name)
  return record
}
