import { getApi, resource, type AnyRecord, type ListSource, type PageOf } from '@innoerp/sdk/ui'
import type { Signature } from './module-record'

const PACKAGES = '/api/v1/registry-packages'

/** A version in the registry. */
export interface PackageVersion extends AnyRecord {
  name: string
  package_version: string
  /** Null: a package that is no module. */
  module_id: string | null
  signature: Signature | null
  size_bytes: number
  dist_tags: readonly string[]
  /** Why nobody should take it. */
  deprecated: string | null
  /** Packages of the registry that depend on this one. */
  dependents: number
  /** Organizations that run it. */
  tenants: number
  published_at: string
}

type PackageAnswer = Omit<PackageVersion, 'id' | 'package_version' | 'version'> & { version: string }

/** Every version of every package that the registry holds. */
export const packageVersions: ListSource<PackageVersion> = {
  path: PACKAGES,
  list: async (query = {}, options = {}) => {
    const page = await getApi().get<PageOf<PackageAnswer>>(PACKAGES, { ...options, query })
    const items = page.items.map(({ version, ...rest }): PackageVersion => ({ ...rest, id: `${rest.name}@${version}`, package_version: version }))
    return { ...page, items }
  },
}

/** What authors publish with. */
export interface RegistryToken extends AnyRecord {
  name: string
  /** Packages that it may write: a name, or a pattern such as `@kvist/*`. */
  packages: string
  created_at: string
  last_used_at: string | null
  /** Null: it has no end. */
  expires_at: string | null
  /** The secret itself: in the answer to its creation alone. */
  token?: string
}

export interface NewRegistryToken {
  name: string
  packages: string
  expires_at: string | null
}

export const registryTokens = resource<RegistryToken, NewRegistryToken>('/api/v1/registry-tokens')
