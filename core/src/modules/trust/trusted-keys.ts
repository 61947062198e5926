import { keyIdOf } from '@innoerp/sdk/packaging'
import { newId } from '@innoerp/sdk/server'
import { createPublicKey, type KeyObject } from 'node:crypto'
import type { CoreDb } from '../../platform/database/core-db.js'
import type { Isolation } from '../catalogue/catalogue-repository.js'
import { moduleErrors } from '../module-errors.js'
import { OWN_KEYS, openOwnKey, type OwnKey, type OwnKeyName } from './own-keys.js'

/** A key whose signature counts, and how what it signed runs. */
export interface TrustedKey {
  id: string
  /** First 16 hex digits of the SHA-256 of the raw public key. */
  key_id: string
  name: string
  /** PEM, SPKI. */
  public_key: string
  isolation: Isolation
  created_at: string
}
export type NewKey = Pick<TrustedKey, 'name' | 'public_key' | 'isolation'>

const RELEASE = 'first-party'
const COLUMNS = 'id, key_id, name, public_key, isolation, created_at'
const INSERT = `insert into platform.trusted_keys (id, key_id, name, public_key, isolation, created_by) values ($1, $2, $3, $4, $5, $6)
  on conflict (key_id) do nothing returning ${COLUMNS}`

/** Keys that the operator trusts: rows in the database, shared by all instances. */
export interface TrustedKeys {
  /** Key id → public key, for verification. */
  all(): ReadonlyMap<string, KeyObject>
  isolationOf(keyId: string): Isolation | undefined
  list(): readonly TrustedKey[]
  /** @throws MODULE_BAD_KEY, MODULE_KEY_KNOWN */
  add(key: NewKey, by: string): Promise<TrustedKey>
  /** @throws MODULE_KEY_NOT_FOUND */
  remove(id: string): Promise<TrustedKey>
  load(): Promise<void>
}

export interface TrustedKeysDeps {
  db: CoreDb
  home: string
  isProduction: boolean
  /** PEM of the key that signed the release that this host was built with; trusted like a checkout's `first-party`. */
  releaseKey?: string | undefined
}

/** Opens the key store; outside production the host's own two keys are trusted from its first start on. */
export async function openTrustedKeys({ db, home, isProduction, releaseKey }: TrustedKeysDeps): Promise<{ keys: TrustedKeys; own: Partial<Record<OwnKeyName, OwnKey>> }> {
  const own = isProduction ? {} : await openOwnKeys({ db, home })
  if (releaseKey !== undefined) await insert(db, { name: RELEASE, public_key: releaseKey, isolation: OWN_KEYS[RELEASE] }, null)
  let rows: readonly TrustedKey[] = []
  let objects: ReadonlyMap<string, KeyObject> = new Map()
  const load = async (): Promise<void> => {
    const all = await db.run<TrustedKey>('platform', `select ${COLUMNS} from platform.trusted_keys order by created_at, id`)
    rows = all.filter(({ name }) => !isProduction || name !== 'development')
    objects = new Map(rows.map((row) => [row.key_id, createPublicKey(row.public_key)]))
  }
  const keys: TrustedKeys = {
    all: () => objects,
    isolationOf: (keyId) => rows.find((row) => row.key_id === keyId)?.isolation,
    list: () => rows,
    add: async (key, by) => {
      const made = await insert(db, key, by)
      if (!made) throw moduleErrors.KEY_KNOWN()
      await load()
      return made
    },
    remove: async (id) => {
      const [gone] = await db.run<TrustedKey>('platform', `delete from platform.trusted_keys where id = $1 returning ${COLUMNS}`, [id])
      if (!gone) throw moduleErrors.KEY_NOT_FOUND()
      await load()
      return gone
    },
    load,
  }
  await load()
  return { keys, own }
}

async function openOwnKeys({ db, home }: Pick<TrustedKeysDeps, 'db' | 'home'>): Promise<Record<OwnKeyName, OwnKey>> {
  const [firstParty, development] = await Promise.all([openOwnKey(home, 'first-party'), openOwnKey(home, 'development')])
  for (const key of [firstParty, development]) {
    await insert(db, { name: key.name, public_key: key.public.export({ type: 'spki', format: 'pem' }).toString(), isolation: OWN_KEYS[key.name] }, null)
  }
  return { 'first-party': firstParty, development }
}

async function insert(db: CoreDb, { name, public_key, isolation }: NewKey, by: string | null): Promise<TrustedKey | undefined> {
  const key = ed25519(public_key)
  const [row] = await db.run<TrustedKey>('platform', INSERT, [newId(), keyIdOf(key), name, key.export({ type: 'spki', format: 'pem' }), isolation, by])
  return row
}

function ed25519(pem: string): KeyObject {
  try {
    const key = createPublicKey(pem)
    if (key.asymmetricKeyType === 'ed25519' && !pem.includes('PRIVATE')) return key
  } catch {
    // told below, as for a key of another kind
  }
  throw moduleErrors.BAD_KEY()
}
