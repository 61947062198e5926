import type { Manifest } from '@innoerp/sdk/contract'
import type { RegistryDatabase } from './database.js'

/** A module version in the registry, with its manifest. */
export interface PublishedModule {
  name: string
  version: string
  manifest: Manifest
}

/** All module versions in the registry, by name and then in the order of their publication. */
export async function publishedModules({ query }: RegistryDatabase): Promise<PublishedModule[]> {
  const rows = await query<{ name: string; version: string; manifest: string }>(
    `select package as name, version, module::text as manifest from registry.versions
     where module is not null order by package, published_at, version`,
  )
  return rows.map(({ manifest, ...row }) => ({ ...row, manifest: JSON.parse(manifest) as Manifest }))
}
