import { Type, type Static, type TObject } from '@sinclair/typebox'
import { SettingsError } from './settings-error.js'

/** Files of the host's own certificate; absent where a proxy ends TLS, or nothing does. */
export interface TlsFiles {
  /** PEM, the host's certificate first, then those between it and its root. */
  cert: string
  /** PEM, without a passphrase. */
  key: string
}

export const tlsSettings = {
  INNOERP_TLS_CERT: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000, description: 'File of the certificate (PEM, with its chain): the host itself listens by https' })),
  INNOERP_TLS_KEY: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000, description: 'File of the key (PEM) that belongs to INNOERP_TLS_CERT' })),
  INNOERP_INSECURE_DATABASE: Type.Boolean({ default: false, description: 'Lets production reach its database without TLS' }),
}

type Tls = Static<TObject<typeof tlsSettings>>

/** @throws SettingsError for one file without the other, and for a public address that is not https */
export function tlsOf({ INNOERP_TLS_CERT: cert, INNOERP_TLS_KEY: key, INNOERP_PUBLIC_URL: url }: Tls & { INNOERP_PUBLIC_URL?: string }): TlsFiles | undefined {
  if (cert === undefined && key === undefined) return undefined
  if (cert === undefined || key === undefined) throw new SettingsError('The settings cannot be used. INNOERP_TLS_CERT and INNOERP_TLS_KEY need each other.')
  if (url?.startsWith('http://')) throw new SettingsError('The settings cannot be used. INNOERP_PUBLIC_URL begins with http://, but INNOERP_TLS_CERT makes the host listen by https.')
  return { cert, key }
}

const WITH_TLS = new Set(['require', 'verify-ca', 'verify-full'])

/**
 * Production reaches its database by TLS; a unix socket never leaves the machine.
 * @throws SettingsError
 */
export function requireDatabaseTls(s: Tls & { NODE_ENV?: string; DATABASE_URL?: string; DATABASE_DIRECT_URL?: string }): void {
  if (s.NODE_ENV !== 'production' || s.INNOERP_INSECURE_DATABASE) return
  for (const name of ['DATABASE_URL', 'DATABASE_DIRECT_URL'] as const) {
    const url = s[name]
    if (url !== undefined && !isSafe(new URL(url))) throw new SettingsError(`The settings cannot be used. ${name} needs sslmode=require, verify-ca or verify-full in production (INNOERP_INSECURE_DATABASE=true does without).`)
  }
}

const isSafe = ({ searchParams }: URL): boolean => searchParams.get('host')?.startsWith('/') === true || WITH_TLS.has(searchParams.get('sslmode') ?? '')
