import type { RegistryDatabase } from './database.js'
import { parseJsonObject, type JsonObject } from './json.js'

/** A version in the registry. */
export interface PublishedVersion {
  name: string
  version: string
  /** Its package.json, as clients are told of it. */
  manifest: JsonObject
  /** The dist-tags that name it. */
  tags: string[]
}

/** All versions of these packages, in the order of their publication. */
export async function publishedVersions({ query }: RegistryDatabase, names: readonly string[]): Promise<PublishedVersion[]> {
  const rows = await query<{ name: string; version: string; manifest: string; tags: string }>(
    `select v.package as name, v.version, v.manifest::text as manifest,
       coalesce((select json_agg(t.tag) from registry.dist_tags t where t.package = v.package and t.version = v.version), '[]')::text as tags
     from registry.versions v where v.package in (select json_array_elements_text($1::json)) order by v.published_at, v.package`,
    [JSON.stringify(names)],
  )
  return rows.map((row) => ({ ...row, manifest: parseJsonObject(row.manifest), tags: JSON.parse(row.tags) as string[] }))
}
