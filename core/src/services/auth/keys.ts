import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import type { Platform } from '../../platform/platform.js'
import { createSealer, type Sealer } from './sealing.js'

export const ALGORITHM = 'EdDSA'

/** The keys that sign access tokens: the same on every instance, since they live in the database. */
export interface SigningKeys {
  /** The key that signs new tokens. */
  readonly current: { kid: string; privateKey: CryptoKey }
  /** The public key of `kid`, also of a key that signs no more. */
  publicKey(kid: string): CryptoKey | undefined
  /** The public keys as a JSON Web Key Set (RFC 7517). */
  readonly jwks: { keys: PublicJwk[] }
}

/** An Ed25519 public key (RFC 8037). */
export interface PublicJwk {
  kty: string
  crv: string
  x: string
  kid: string
  alg: string
  use: string
}

interface KeyRow {
  kid: string
  public_jwk: PublicJwk
  private_jwk_encrypted: string
  is_current: boolean
}

/**
 * Reads the signing keys, and makes the first one where there is none.
 * @throws Error if they were encrypted with another secret key
 */
export async function openSigningKeys({ database, secrets }: Pick<Platform, 'database' | 'secrets'>): Promise<SigningKeys> {
  const sealer = createSealer(secrets.secretKey, 'signing keys')
  const rows = await database.core.transaction('platform', async (tx) => {
    // Instances that start together wait here, so that they agree on one key.
    await database.core.run(tx, LOCK)
    const known = await database.core.run<KeyRow>(tx, READ)
    if (known.some((row) => row.is_current)) return known
    const made = await makeKey(sealer)
    await database.core.run(tx, INSERT, [made.kid, made.public_jwk, made.private_jwk_encrypted])
    return [made, ...known]
  })
  return load(rows, sealer)
}

const LOCK = `select pg_advisory_xact_lock(hashtextextended('first signing key', 0))`
const READ = `select kid, public_jwk, private_jwk_encrypted, retired_at is null as is_current
  from auth.signing_keys order by created_at desc, kid`
const INSERT = 'insert into auth.signing_keys (kid, public_jwk, private_jwk_encrypted) values ($1, $2, $3)'

async function makeKey(sealer: Sealer): Promise<KeyRow> {
  const pair = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true })
  const [publicJwk, privateJwk] = await Promise.all([exportJWK(pair.publicKey), exportJWK(pair.privateKey)])
  const kid = await calculateJwkThumbprint(publicJwk)
  return {
    kid,
    public_jwk: { kty: 'OKP', crv: 'Ed25519', x: publicJwk.x ?? '', kid, alg: ALGORITHM, use: 'sig' },
    private_jwk_encrypted: sealer.seal(JSON.stringify(privateJwk), kid),
    is_current: true,
  }
}

async function load(rows: readonly KeyRow[], sealer: Sealer): Promise<SigningKeys> {
  const newest = rows.find((row) => row.is_current)
  if (!newest) throw new Error('There is no signing key.')
  const publicKeys = new Map<string, CryptoKey>()
  for (const { kid, public_jwk } of rows) publicKeys.set(kid, (await importJWK(public_jwk, ALGORITHM)) as CryptoKey)
  const privateKey = (await importJWK(unsealKey(newest, sealer), ALGORITHM)) as CryptoKey
  return {
    current: { kid: newest.kid, privateKey },
    publicKey: (kid) => publicKeys.get(kid),
    jwks: { keys: rows.map((row) => row.public_jwk) },
  }
}

function unsealKey({ kid, private_jwk_encrypted }: KeyRow, sealer: Sealer): JWK {
  try {
    return JSON.parse(sealer.unseal(private_jwk_encrypted, kid)) as JWK
  } catch (cause) {
    const message = 'The signing key in the database was encrypted with another INNOERP_SECRET_KEY. Start with the key of the first start.'
    throw new Error(message, { cause })
  }
}
