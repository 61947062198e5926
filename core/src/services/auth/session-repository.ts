import type { CoreDb, CoreScope, CoreTransaction } from '../../platform/database/core-db.js'
import type { Realm } from './account-repository.js'
import { REFRESH_DAYS } from './refresh-repository.js'

/** Whose session it is. */
export interface SessionOwner {
  id: string
  email: string
  organization_id: Realm
}
/** Where it was opened from. */
export interface SessionOrigin {
  ip: string | undefined
  user_agent: string | undefined
}
/** A sign-in: all refresh tokens that follow from it, and the access tokens they brought. */
export interface SessionRow {
  id: string
  ip: string | null
  user_agent: string | null
  created_at: string
  last_used_at: string
  expires_at: string
}

const MAX_TEXT = 300
const COLUMNS = 'id, ip, user_agent, created_at, last_used_at, expires_at'
const ALIVE = 'revoked_at is null and expires_at > now()'
const INSERT = `insert into auth.sessions (id, user_id, organization_id, ip, user_agent, expires_at) values ($1, $2, $3, $4, $5, now() + interval '${REFRESH_DAYS} days')`
const TOUCH = `update auth.sessions set last_used_at = now(), expires_at = now() + interval '${REFRESH_DAYS} days' where id = $1`

/** `auth.sessions`. */
export const createSessionRepository = (db: CoreDb) => ({
  insert: async (tx: CoreTransaction, row: { id: string; user_id: string; organization_id: Realm } & SessionOrigin): Promise<void> => {
    await db.run(tx, INSERT, [row.id, row.user_id, row.organization_id, row.ip, row.user_agent?.slice(0, MAX_TEXT)])
  },
  touch: async (tx: CoreTransaction, id: string): Promise<void> => void (await db.run(tx, TOUCH, [id])),
  revoke: async (tx: CoreTransaction, id: string): Promise<void> => {
    await db.run(tx, 'update auth.sessions set revoked_at = now() where id = $1 and revoked_at is null', [id])
  },
  /** Those of a user that go on, the newest first. */
  alive: (on: CoreScope | CoreTransaction, userId: string): Promise<SessionRow[]> =>
    db.run<SessionRow>(on, `select ${COLUMNS} from auth.sessions where user_id = $1 and ${ALIVE} order by created_at desc, id limit 1000`, [userId]),
  find: async (on: CoreScope | CoreTransaction, userId: string, id: string): Promise<SessionRow | undefined> =>
    (await db.run<SessionRow>(on, `select ${COLUMNS} from auth.sessions where user_id = $1 and id = $2 and ${ALIVE}`, [userId, id]))[0],
})
export type SessionRepository = ReturnType<typeof createSessionRepository>
