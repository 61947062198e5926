import type { RegistryQuery } from '../database.js'
import type { JsonObject } from '../json.js'

/** One version as the index keeps it. */
export interface VersionRecord {
  version: string
  manifest: JsonObject
  integrity: string
  shasum: string
  file_count: number
  unpacked_size: number
  deprecated: string | null
  published_at: string
}

/** A package with all its versions and tags, as they stood at one moment. */
export interface PackageRecord {
  name: string
  revision: string
  created_at: string
  modified_at: string
  tags: Record<string, string>
  versions: VersionRecord[]
  /** Of the version that `latest` names. */
  readme: string
}

/** What a publication adds to the index. */
export interface NewVersion {
  name: string
  version: string
  manifest: JsonObject
  /** The module's manifest as JSON; null for a package that is no module. */
  module: JsonObject | null
  readme: string
  integrity: string
  shasum: string
  size: number
  fileCount: number
  unpackedSize: number
}

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const TAGS = `coalesce((
  select json_object_agg(t.tag, t.version order by t.tag <> 'latest', t.tag)
  from registry.dist_tags t where t.package = p.name), '{}')::text`
const VERSIONS = `coalesce((
  select json_agg(json_build_object('version', v.version, 'manifest', v.manifest, 'integrity', v.integrity, 'shasum', v.shasum,
    'file_count', v.file_count, 'unpacked_size', v.unpacked_size, 'deprecated', v.deprecated, 'published_at', ${instant('v.published_at')}))
  from registry.versions v where v.package = p.name), '[]')::text`
const README = `coalesce((
  select v.readme from registry.dist_tags t join registry.versions v on v.package = t.package and v.version = t.version
  where t.package = p.name and t.tag = 'latest'), '')`

/** The word that changes with every change of a package; undefined when there is no such package. */
export async function findRevision(query: RegistryQuery, name: string): Promise<string | undefined> {
  const [row] = await query<{ revision: string }>('select revision::text as revision from registry.packages where name = $1', [name])
  return row?.revision
}

/** One statement, so one moment: no tag names a version that is missing from the list. */
export async function findPackage(query: RegistryQuery, name: string): Promise<PackageRecord | undefined> {
  const [row] = await query<Omit<PackageRecord, 'tags' | 'versions'> & { tags: string; versions: string }>(
    `select p.name, p.revision::text as revision, ${instant('p.created_at')} as created_at, ${instant('p.modified_at')} as modified_at,
       ${TAGS} as tags, ${VERSIONS} as versions, ${README} as readme
     from registry.packages p where p.name = $1`,
    [name],
  )
  if (!row) return undefined
  return {
    ...row,
    tags: JSON.parse(row.tags) as Record<string, string>,
    versions: JSON.parse(row.versions) as VersionRecord[],
  }
}

/** The dist-tags of a package; undefined when there is no such package. */
export async function findTags(query: RegistryQuery, name: string): Promise<Record<string, string> | undefined> {
  const [row] = await query<{ tags: string }>(`select ${TAGS} as tags from registry.packages p where p.name = $1`, [name])
  return row && (JSON.parse(row.tags) as Record<string, string>)
}

/** The integrity of a version's tarball; undefined when there is no such version. */
export async function findIntegrity(query: RegistryQuery, name: string, version: string): Promise<string | undefined> {
  const [row] = await query<{ integrity: string }>('select integrity from registry.versions where package = $1 and version = $2', [
    name,
    version,
  ])
  return row?.integrity
}

/** The revision of a package, locked until the transaction ends; undefined when there is no such package. */
export async function lockRevision(query: RegistryQuery, name: string): Promise<string | undefined> {
  const [row] = await query<{ revision: string }>('select revision::text as revision from registry.packages where name = $1 for update', [
    name,
  ])
  return row?.revision
}

/** Marks a package as changed and locks it until the transaction ends, so that changes of one package come one after another. */
export async function touchPackage(query: RegistryQuery, name: string): Promise<void> {
  await query('update registry.packages set revision = gen_random_uuid(), modified_at = clock_timestamp() where name = $1', [name])
}

/** As {@link touchPackage}, for a package that may be new. */
export async function ensurePackage(query: RegistryQuery, name: string): Promise<void> {
  await query(
    `insert into registry.packages (name) values ($1)
     on conflict (name) do update set revision = gen_random_uuid(), modified_at = clock_timestamp()`,
    [name],
  )
}

/** False when the version is there already; nothing is changed then. */
export async function insertVersion(query: RegistryQuery, added: NewVersion): Promise<boolean> {
  const rows = await query(
    `insert into registry.versions (package, version, manifest, module, readme, integrity, shasum, size, file_count, unpacked_size)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning version`,
    [
      added.name,
      added.version,
      JSON.stringify(added.manifest),
      added.module && JSON.stringify(added.module),
      added.readme,
      added.integrity,
      added.shasum,
      added.size,
      added.fileCount,
      added.unpackedSize,
    ],
  )
  return rows.length > 0
}

export async function setTag(query: RegistryQuery, name: string, tag: { tag: string; version: string }): Promise<void> {
  await query(
    `insert into registry.dist_tags (package, tag, version) values ($1, $2, $3)
     on conflict (package, tag) do update set version = excluded.version`,
    [name, tag.tag, tag.version],
  )
}

/** Every package has a `latest`: the first version gets it whatever tag it was published under. */
export async function ensureLatest(query: RegistryQuery, name: string, version: string): Promise<void> {
  await query(`insert into registry.dist_tags (package, tag, version) values ($1, 'latest', $2) on conflict do nothing`, [name, version])
}

/** False when there was no such tag. */
export async function removeTag(query: RegistryQuery, name: string, tag: string): Promise<boolean> {
  const rows = await query('delete from registry.dist_tags where package = $1 and tag = $2 returning tag', [name, tag])
  return rows.length > 0
}

/** False when there is no such version. `message` null takes a deprecation back. */
export async function setDeprecated(
  query: RegistryQuery,
  name: string,
  change: { version: string; message: string | null },
): Promise<boolean> {
  const rows = await query('update registry.versions set deprecated = $3 where package = $1 and version = $2 returning version', [
    name,
    change.version,
    change.message,
  ])
  return rows.length > 0
}
