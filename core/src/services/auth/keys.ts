import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import type { CoreTransaction } from '../../platform/database/core-db.js'
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
  /** Makes a new key that signs from now on. Tokens of the old ones stay good until they end. */
  rotate(): Promise<void>
  /** Reads the keys anew, after another instance rotated them. */
  reload(): Promise<void>
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
export async function openSigningKeys({ database, secrets, bus }: Pick<Platform, 'database' | 'secrets' | 'bus'>): Promise<SigningKeys> {
  const sealer = createSealer(secrets.secretKey, 'signing keys')
  const { core } = database
  const insertKey = async (tx: CoreTransaction): Promise<void> => {
    const { kid, public_jwk, private_jwk_encrypted } = await makeKey(sealer)
    await core.run(tx, INSERT, [kid, public_jwk, private_jwk_encrypted])
  }
  await core.transaction('platform', async (tx) => {
    // Instances that start together wait here, so that they agree on one key.
    await core.run(tx, LOCK)
    const known = await core.run<KeyRow>(tx, READ)
    if (!known.some((row) => row.is_current)) await insertKey(tx)
  })
  const read = async () => load(await core.run<KeyRow>('platform', READ), sealer)
  let keys = await read()
  const reload = async (): Promise<void> => {
    keys = await read()
  }
  bus.on((change) => (change.kind === 'signing-keys' || change.kind === 'catalogue' ? reload() : undefined))
  return {
    get current() {
      return keys.current
    },
    get jwks() {
      return keys.jwks
    },
    publicKey: (kid) => keys.publicKey(kid),
    reload,
    rotate: async () => {
      await core.transaction('platform', async (tx) => {
        await core.run(tx, LOCK)
        await core.run(tx, RETIRE)
        await insertKey(tx)
      })
      await reload()
    },
  }
}

const LOCK = `select pg_advisory_xact_lock(hashtextextended('first signing key', 0))`
const READ = `select kid, public_jwk, private_jwk_encrypted, retired_at is null as is_current
  from auth.signing_keys order by created_at desc, kid`
const RETIRE = 'update auth.signing_keys set retired_at = now() where retired_at is null'
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

async function load(rows: readonly KeyRow[], sealer: Sealer): Promise<Omit<SigningKeys, 'rotate' | 'reload'>> {
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
