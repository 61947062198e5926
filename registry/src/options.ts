import type { Manifest } from '@innoerp/sdk/contract'
import type { FastifyRequest } from 'fastify'
import type { TokenVerifier } from './access.js'
import type { RegistryDatabase } from './database.js'

/** Upper bounds of one publication. */
export interface RegistryLimits {
  /** Bytes of the tarball as it is sent, before base64. Default 50 MiB. */
  tarballBytes: number
  /** Bytes of the tarball when unpacked. Default 200 MiB. */
  unpackedBytes: number
  /** Files and folders in the tarball. Default 20 000. */
  entries: number
}

export const DEFAULT_LIMITS: RegistryLimits = { tarballBytes: 50 * 1024 ** 2, unpackedBytes: 200 * 1024 ** 2, entries: 20_000 }

/** A version that is in the registry. */
export interface PublishedPackage {
  name: string
  version: string
  /** `innoerp` of its package.json; undefined for a package that is no module. */
  manifest: Manifest | undefined
}

export interface RegistryOptions {
  database: RegistryDatabase
  /** Absolute path of the folder for tarballs; made when it is missing. */
  filesFolder: string
  /** Where the caller reaches the registry, such as `http://localhost:8000/registry`; the base of tarball addresses. */
  publicUrl: (request: FastifyRequest) => string
  tokens: TokenVerifier
  limits?: Partial<RegistryLimits>
  /** Called after each publication, before its answer. A rejection is logged; the version stays published. */
  onPublished?: (published: PublishedPackage) => Promise<void> | void
}
