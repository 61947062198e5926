import type { Manifest } from '@innoerp/sdk/contract'

/** What verification said of an installed package (DECISIONS 22). */
export type SignatureState = 'signed' | 'unsigned' | 'modified' | 'unknown_key'

/** A loadable module in its current version. */
export interface CatalogueEntry {
  module_id: string
  module_name: string
  description: string
  category: string
  version: string
  /** A name of the icon set. */
  icon: string
  /** `#rrggbb`. */
  color: string
  api_endpoint: string
  /** False: switched off by a super admin; nobody new gets it. */
  is_active: boolean
  signature: SignatureState
  manifest: Manifest
}

/** What the module host can load now, as the tenant service sees it. */
export interface Catalogue {
  list(): readonly CatalogueEntry[]
  get(moduleId: string): CatalogueEntry | undefined
  /** The active version that a range, a number or a channel stands for. */
  resolve(moduleId: string, range: string): string | undefined
  /** The version of the host, which core's own parts carry. */
  readonly hostVersion: string
}
