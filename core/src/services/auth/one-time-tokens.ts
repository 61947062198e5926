import { newId } from '@innoerp/sdk/server'
import { createHash, randomBytes } from 'node:crypto'
import type { CoreDb, CoreTransaction } from '../../platform/database/core-db.js'
import type { Realm } from './account-repository.js'

/** What a token is good for, and how many minutes. */
export const LIFETIMES = { password_reset: 60, email_verification: 3 * 24 * 60, switch: 0.5 } as const
export type Purpose = keyof typeof LIFETIMES

export interface TokenHolder {
  user_id: string
  organization_id: Realm
  email: string
}

/** Tokens that prove one thing once: that somebody reads a mailbox, or is signed in elsewhere. Only their hashes are stored. */
export interface OneTimeTokens {
  /** A new one; older ones of the same purpose are good no more. */
  issue(tx: CoreTransaction, purpose: Purpose, holder: TokenHolder): Promise<string>
  /** Whose it is, without using it; undefined for one that is used, over, unknown, or of another organization. */
  peek(tx: CoreTransaction, purpose: Purpose, key: { token: string; realm: Realm }): Promise<TokenHolder | undefined>
  /** Uses it up. */
  use(tx: CoreTransaction, purpose: Purpose, key: { token: string; realm: Realm }): Promise<TokenHolder | undefined>
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
const VALID = `purpose = $1 and token = $2 and organization_id is not distinct from $3::uuid and used_at is null and expires_at > now()`
const SUPERSEDE = 'update auth.one_time_tokens set used_at = now() where user_id = $1 and purpose = $2 and used_at is null'
const INSERT = `insert into auth.one_time_tokens (id, purpose, token, user_id, organization_id, email, expires_at)
  values ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7))`

export const createOneTimeTokens = (db: CoreDb): OneTimeTokens => ({
  issue: async (tx, purpose, { user_id, organization_id, email }) => {
    const token = randomBytes(32).toString('base64url')
    await db.run(tx, SUPERSEDE, [user_id, purpose])
    await db.run(tx, INSERT, [newId(), purpose, hashOf(token), user_id, organization_id, email, LIFETIMES[purpose] * 60])
    return token
  },
  peek: async (tx, purpose, { token, realm }) =>
    (await db.run<TokenHolder>(tx, `select user_id, organization_id, email from auth.one_time_tokens where ${VALID}`, [purpose, hashOf(token), realm]))[0],
  use: async (tx, purpose, { token, realm }) =>
    (await db.run<TokenHolder>(tx, `update auth.one_time_tokens set used_at = now() where ${VALID} returning user_id, organization_id, email`, [purpose, hashOf(token), realm]))[0],
})
