import { newId } from '@innoerp/sdk/server'
import { createHash, randomBytes } from 'node:crypto'
import type { CoreDb, CoreTransaction } from '../../platform/database/core-db.js'
import { scopeOfRealm, type Realm } from './account-repository.js'
import type { RefreshRepository, StoredToken } from './refresh-repository.js'
import type { Sealer } from './sealing.js'
import type { TokenSubject } from './tokens.js'

/** Within this time after a rotation the same successor is given again: two tabs, or an answer that was lost (DECISIONS 8). */
export const GRACE_MS = 10_000

/** What became of a refresh: a new token for its owner, or why there is none. */
export type Rotation = { token: string; subject: TokenSubject } | { refused: 'unknown' | 'reused' }

/** Opaque tokens that renew a session: only their hashes are stored, each is used once, all of a sign-in are one family. */
export interface RefreshTokens {
  /** The first token of a new family. */
  start(tx: CoreTransaction, subject: TokenSubject): Promise<string>
  rotate(realm: Realm, token: string): Promise<Rotation>
  /** Ends the family of a token; does nothing for one that is unknown here. */
  end(realm: Realm, token: string): Promise<void>
  /** Ends every session of a user. */
  endAll(tx: CoreTransaction, userId: string): Promise<void>
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
const newToken = (): string => randomBytes(32).toString('base64url')

export interface RefreshTokenDeps {
  db: CoreDb
  repository: RefreshRepository
  sealer: Sealer
}

export function createRefreshTokens({ db, repository, sealer }: RefreshTokenDeps): RefreshTokens {
  /** The newest token that follows `row` within the grace: whoever comes late joins the chain at its end. */
  const joinChain = async (tx: CoreTransaction, realm: Realm, row: StoredToken): Promise<string | undefined> => {
    if (row.rotated_ms === null || row.rotated_ms > GRACE_MS || row.successor === null) return undefined
    const token = sealer.unseal(row.successor, row.id)
    const next = await repository.find(tx, realm, hashOf(token))
    if (!next) return undefined
    return next.rotated_ms === null ? token : joinChain(tx, realm, next)
  }
  const insertNext = async (tx: CoreTransaction, row: StoredToken): Promise<string> => {
    const { family_id, user_id, organization_id } = row
    const token = newToken()
    await repository.insert(tx, { family_id, user_id, organization_id, hash: hashOf(token) })
    await repository.rotate(tx, row.id, sealer.seal(token, row.id))
    return token
  }
  const rotate = async (tx: CoreTransaction, realm: Realm, hash: string): Promise<Rotation> => {
    await repository.lockFamily(tx, realm, hash)
    const row = await repository.find(tx, realm, hash)
    if (!row || !row.is_alive || !row.is_welcome) return { refused: 'unknown' }
    const subject = { id: row.user_id, email: row.email, organization_id: row.organization_id }
    if (row.rotated_ms === null) return { token: await insertNext(tx, row), subject }
    const newest = await joinChain(tx, realm, row)
    if (newest !== undefined) return { token: newest, subject }
    await repository.revokeFamily(tx, row.family_id)
    return { refused: 'reused' }
  }
  return {
    start: async (tx, { id, organization_id }) => {
      const token = newToken()
      await repository.insert(tx, { family_id: newId(), user_id: id, organization_id, hash: hashOf(token) })
      return token
    },
    rotate: (realm, token) => db.transaction(scopeOfRealm(realm), (tx) => rotate(tx, realm, hashOf(token))),
    end: (realm, token) =>
      db.transaction(scopeOfRealm(realm), async (tx) => {
        await repository.lockFamily(tx, realm, hashOf(token))
        const row = await repository.find(tx, realm, hashOf(token))
        if (row) await repository.revokeFamily(tx, row.family_id)
      }),
    endAll: (tx, userId) => repository.revokeUser(tx, userId),
  }
}
