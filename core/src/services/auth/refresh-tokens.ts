import { newId } from '@innoerp/sdk/server'
import { createHash, randomBytes } from 'node:crypto'
import type { CoreDb, CoreTransaction } from '../../platform/database/core-db.js'
import { scopeOfRealm, type Realm } from './account-repository.js'
import type { RefreshRepository, StoredToken } from './refresh-repository.js'
import type { Sealer } from './sealing.js'
import type { SessionOrigin, SessionOwner, SessionRepository } from './session-repository.js'
import type { TokenSubject } from './tokens.js'

/** Within this time after a rotation the same successor is given again: two tabs, or an answer that was lost (DECISIONS 8). */
export const GRACE_MS = 10_000

/** What became of a refresh: a new token for its owner, or why there is none. */
export type Rotation = { token: string; subject: TokenSubject } | { refused: 'unknown' } | { refused: 'reused'; subject: TokenSubject }

/** Opaque tokens that renew a session: only their hashes are stored, each is used once, all of a sign-in are one family. */
export interface RefreshTokens {
  /** Opens a session for an account: its first token, and the subject of its access tokens. */
  start(tx: CoreTransaction, account: SessionOwner, from: SessionOrigin): Promise<{ token: string; subject: TokenSubject }>
  rotate(realm: Realm, token: string): Promise<Rotation>
  /** Ends the session of a token and says whose it was; undefined for a token that is unknown here. */
  end(realm: Realm, token: string): Promise<string | undefined>
  /** Ends a session of a user; false when there is no such session. */
  endSession(tx: CoreTransaction, userId: string, sessionId: string): Promise<boolean>
  /** Ends every session of a user, but for one that goes on. */
  endAll(tx: CoreTransaction, userId: string, keptSessionId?: string): Promise<void>
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
const newToken = (): string => randomBytes(32).toString('base64url')

export interface RefreshTokenDeps {
  db: CoreDb
  sessions: SessionRepository
  repository: RefreshRepository
  sealer: Sealer
}

export function createRefreshTokens(deps: RefreshTokenDeps): RefreshTokens {
  const { db, sessions, repository } = deps
  const { rotate, endFamily } = createRotation(deps)
  return {
    start: async (tx, { id, email, organization_id }, from) => {
      const token = newToken()
      const session_id = newId()
      await sessions.insert(tx, { id: session_id, user_id: id, organization_id, ...from })
      await repository.insert(tx, { family_id: session_id, user_id: id, organization_id, hash: hashOf(token) })
      return { token, subject: { id, email, organization_id, session_id } }
    },
    rotate: (realm, token) => db.transaction(scopeOfRealm(realm), (tx) => rotate(tx, realm, hashOf(token))),
    end: (realm, token) =>
      db.transaction(scopeOfRealm(realm), async (tx) => {
        await repository.lockFamily(tx, realm, hashOf(token))
        const row = await repository.find(tx, realm, hashOf(token))
        if (row) await endFamily(tx, row.family_id)
        return row?.user_id
      }),
    endSession: async (tx, userId, sessionId) => {
      if (!(await sessions.find(tx, userId, sessionId))) return false
      await endFamily(tx, sessionId)
      return true
    },
    endAll: async (tx, userId, keptSessionId) => {
      for (const { id } of await sessions.alive(tx, userId)) if (id !== keptSessionId) await endFamily(tx, id)
    },
  }
}

/** A family of tokens: how one follows the other, and how it ends. */
function createRotation({ sessions, repository, sealer }: RefreshTokenDeps) {
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
    await sessions.touch(tx, family_id)
    return token
  }
  const endFamily = async (tx: CoreTransaction, familyId: string): Promise<void> => {
    await repository.revokeFamily(tx, familyId)
    await sessions.revoke(tx, familyId)
  }
  const rotate = async (tx: CoreTransaction, realm: Realm, hash: string): Promise<Rotation> => {
    await repository.lockFamily(tx, realm, hash)
    const row = await repository.find(tx, realm, hash)
    if (!row || !row.is_alive || !row.is_welcome) return { refused: 'unknown' }
    const subject = { id: row.user_id, email: row.email, organization_id: row.organization_id, session_id: row.family_id }
    if (row.rotated_ms === null) return { token: await insertNext(tx, row), subject }
    const newest = await joinChain(tx, realm, row)
    if (newest !== undefined) return { token: newest, subject }
    await endFamily(tx, row.family_id)
    return { refused: 'reused', subject }
  }
  return { rotate, endFamily }
}
