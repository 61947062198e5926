import type { RegistryDatabase } from './database.js'

/** A version in the registry, as an operator sees it. */
export interface PackageVersion {
  name: string
  version: string
  /** Null for a package that is no module. */
  module_id: string | null
  /** Bytes of the tarball. */
  size_bytes: number
  dist_tags: string[]
  /** Why it should not be used any more. */
  deprecated: string | null
  /** Packages that depend on this package, in any version. */
  dependents: number
  published_at: string
}

const KINDS = ['dependencies', 'peerDependencies', 'optionalDependencies']
const DEPENDS = KINDS.map((kind) => `d.manifest::jsonb -> '${kind}' ? v.package`).join(' or ')

/** Every version of every package, by name, newest first. */
export async function packageVersions({ query }: RegistryDatabase): Promise<PackageVersion[]> {
  const rows = await query<Omit<PackageVersion, 'dist_tags'> & { dist_tags: string }>(
    `select v.package as name, v.version, v.module ->> 'id' as module_id, v.size as size_bytes, v.deprecated,
       to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as published_at,
       coalesce((select json_agg(t.tag order by t.tag) from registry.dist_tags t where t.package = v.package and t.version = v.version), '[]')::text as dist_tags,
       (select count(distinct d.package) from registry.versions d where d.package <> v.package and (${DEPENDS}))::integer as dependents
     from registry.versions v order by v.package, v.published_at desc`,
  )
  return rows.map((row) => ({ ...row, dist_tags: JSON.parse(row.dist_tags) as string[] }))
}
