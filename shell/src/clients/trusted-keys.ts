import { resource, type AnyRecord } from '@innoerp/sdk/ui'
import type { Isolation } from './modules'

/** A key whose signature counts. */
export interface TrustedKey extends AnyRecord {
  name: string
  /** First 16 hexadecimal digits of the key's SHA-256. */
  key_id: string
  /** How what it signed runs. */
  isolation: Isolation
  created_at: string
}

/** A public key as PEM (SPKI). */
export interface NewTrustedKey {
  name: string
  public_key: string
  isolation: Isolation
}

export const trustedKeys = resource<TrustedKey, NewTrustedKey>('/api/v1/trusted-keys')
