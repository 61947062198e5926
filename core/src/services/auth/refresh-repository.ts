import { newId } from '@innoerp/sdk/server'
import type { CoreDb, CoreTransaction } from '../../platform/database/core-db.js'
import type { Realm } from './account-repository.js'

/** Days that a refresh token lives; each rotation starts them anew. */
export const REFRESH_DAYS = 7

/** A stored refresh token with what decides whether it may be used. */
export interface StoredToken {
  id: string
  family_id: string
  user_id: string
  organization_id: string | null
  email: string
  /** Encrypted; null until rotated. */
  successor: string | null
  /** Milliseconds since its rotation; null until rotated. */
  rotated_ms: number | null
  /** Not revoked and not over. */
  is_alive: boolean
  /** The account and its organization are active. */
  is_welcome: boolean
}

// One family's tokens change one after the other. A lock on the row alone would let a revocation miss a successor being inserted.
const LOCK_FAMILY = `select pg_advisory_xact_lock(hashtextextended('session ' || family_id, 0)) from auth.refresh_tokens
  where token = $1 and organization_id is not distinct from $2::uuid`
const READ = `select t.id, t.family_id, t.user_id, t.organization_id, u.email, t.successor,
    (extract(epoch from clock_timestamp() - t.rotated_at) * 1000)::float8 as rotated_ms,
    not t.is_revoked and t.expires_at > now() as is_alive,
    u.is_active and (o.is_active or t.organization_id is null) as is_welcome
  from auth.refresh_tokens t join users.users u on u.id = t.user_id left join tenant.organizations o on o.id = t.organization_id
  where t.token = $1 and t.organization_id is not distinct from $2::uuid`
const INSERT = `insert into auth.refresh_tokens (id, family_id, user_id, organization_id, token, expires_at)
  values ($1, $2, $3, $4, $5, now() + interval '${REFRESH_DAYS} days')`
const ROTATE = 'update auth.refresh_tokens set successor = $2, rotated_at = clock_timestamp(), updated_at = now() where id = $1'
const REVOKE_FAMILY = 'update auth.refresh_tokens set is_revoked = true, updated_at = now() where family_id = $1 and not is_revoked'

/** Rows of `auth.refresh_tokens`. Tokens are looked up by their hash. */
export interface RefreshRepository {
  /** Waits for whoever works on the same family. */
  lockFamily(tx: CoreTransaction, realm: Realm, hash: string): Promise<void>
  find(tx: CoreTransaction, realm: Realm, hash: string): Promise<StoredToken | undefined>
  insert(tx: CoreTransaction, token: { family_id: string; user_id: string; organization_id: Realm; hash: string }): Promise<void>
  rotate(tx: CoreTransaction, id: string, successor: string): Promise<void>
  revokeFamily(tx: CoreTransaction, familyId: string): Promise<void>
}

export const createRefreshRepository = (db: CoreDb): RefreshRepository => ({
  lockFamily: async (tx, realm, hash) => void (await db.run(tx, LOCK_FAMILY, [hash, realm])),
  find: async (tx, realm, hash) => (await db.run<StoredToken>(tx, READ, [hash, realm]))[0],
  insert: async (tx, { family_id, user_id, organization_id, hash }) =>
    void (await db.run(tx, INSERT, [newId(), family_id, user_id, organization_id, hash])),
  rotate: async (tx, id, successor) => void (await db.run(tx, ROTATE, [id, successor])),
  revokeFamily: async (tx, familyId) => void (await db.run(tx, REVOKE_FAMILY, [familyId])),
})
