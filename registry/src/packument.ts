import semver from 'semver'
import type { JsonObject } from './json.js'
import { tarballName } from './names.js'
import type { PackageRecord, VersionRecord } from './store/package-index.js'

/** The media type under which clients that only install ask for the short form. */
export const INSTALL_TYPE = 'application/vnd.npm.install-v1+json'

const LATEST_FIELDS = ['description', 'keywords', 'homepage', 'bugs', 'repository', 'license', 'author', 'maintainers']
const INSTALL_FIELDS = [
  'name',
  'version',
  'deprecated',
  'dependencies',
  'optionalDependencies',
  'devDependencies',
  'bundleDependencies',
  'bundledDependencies',
  'peerDependencies',
  'peerDependenciesMeta',
  'bin',
  'directories',
  'dist',
  'engines',
  'os',
  'cpu',
  'libc',
  'funding',
  'hasInstallScript',
]

const pick = (from: JsonObject, fields: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(from).filter(([field]) => fields.includes(field)))

/**
 * One version as npm reads it.
 *
 * @param base address of the registry without a slash at its end
 */
export function versionOf(record: PackageRecord, version: VersionRecord, base: string) {
  return {
    ...version.manifest,
    name: record.name,
    version: version.version,
    _id: `${record.name}@${version.version}`,
    ...(version.deprecated !== null && { deprecated: version.deprecated }),
    dist: {
      integrity: version.integrity,
      shasum: version.shasum,
      tarball: `${base}/${record.name}/-/${tarballName(record.name, version.version)}`,
      fileCount: version.file_count,
      unpackedSize: version.unpacked_size,
    },
  }
}

const ordered = ({ versions }: PackageRecord): VersionRecord[] => versions.toSorted((a, b) => semver.compare(a.version, b.version))

/** Everything about a package, as `npm view` reads it. */
export function fullPackument(record: PackageRecord, base: string) {
  const versions = ordered(record)
  const latest = versions.find(({ version }) => version === record.tags.latest)
  return {
    _id: record.name,
    _rev: record.revision,
    name: record.name,
    'dist-tags': record.tags,
    versions: Object.fromEntries(versions.map((version) => [version.version, versionOf(record, version, base)])),
    time: {
      created: record.created_at,
      modified: record.modified_at,
      ...Object.fromEntries(versions.map(({ version, published_at }) => [version, published_at])),
    },
    ...(latest && pick(latest.manifest, LATEST_FIELDS)),
    readme: record.readme,
  }
}

/** What an installation needs of a package. */
export function installPackument(record: PackageRecord, base: string) {
  return {
    name: record.name,
    modified: record.modified_at,
    'dist-tags': record.tags,
    versions: Object.fromEntries(
      ordered(record).map((version) => [version.version, pick(versionOf(record, version, base), INSTALL_FIELDS)]),
    ),
  }
}
