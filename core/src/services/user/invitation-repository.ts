import type { ListParams, PageOf, UserType } from '@innoerp/sdk/contract'
import { newId } from '@innoerp/sdk/server'
import { randomBytes } from 'node:crypto'
import type { CoreDb, CoreScope, CoreTransaction } from '../../platform/database/core-db.js'
import { listRows } from '../../platform/database/core-list.js'
import { violates } from '../../platform/errors/violates.js'
import { userErrors } from './errors.js'
import { invitationSpec, type Invitation } from './schemas.js'

const DAYS = 7
/** What is over counts as such before anybody has written it down. */
const STATUS = `case when status = 'pending' and expires_at <= now() then 'expired' else status end`
const COLUMNS = `id, organization_id, email, user_type, module_type, invitation_token, ${STATUS} as status, expires_at,
  accepted_at, created_at`

const SHOWN = `(select ${COLUMNS} from users.invitations) i`

export interface InvitationDraft {
  organization_id: string
  email: string
  invited_by_user_id: string
  user_type: UserType
  module_type?: string | null | undefined
  invitation_metadata?: Record<string, unknown> | undefined
}

const IS_MEMBER = 'select id from users.users where organization_id = $1 and lower(email) = lower($2)'
const CLOSE_OVER = `update users.invitations set status = 'expired', updated_at = now()
  where organization_id = $1 and lower(email) = lower($2) and status = 'pending' and expires_at <= now()`
const INSERT = `insert into users.invitations
    (id, organization_id, email, invited_by_user_id, user_type, module_type, invitation_token, invitation_metadata, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, now() + interval '${DAYS} days') returning ${COLUMNS}`
const FIND = `select ${COLUMNS} from users.invitations where id = $1`
const BY_TOKEN = `select ${COLUMNS} from users.invitations where invitation_token = $1`
const REVOKE = `update users.invitations set status = 'revoked', updated_at = now()
  where id = $1 and status = 'pending' and expires_at > now() returning id`
const ACCEPT = `update users.invitations set status = 'accepted', accepted_at = now(), updated_at = now() where id = $1`

/** Rows of `users.invitations` of the scope's organization. */
export interface InvitationRepository {
  /** Those of the given types, newest first unless the query says otherwise. */
  list(scope: CoreScope, params: ListParams, types: readonly UserType[]): Promise<PageOf<Invitation>>
  /** @throws USER_ALREADY_MEMBER (400), USER_ALREADY_PENDING (400) */
  insert(tx: CoreTransaction, draft: InvitationDraft): Promise<Invitation>
  find(scope: CoreScope, id: string): Promise<Invitation | undefined>
  byToken(scope: CoreScope, token: string): Promise<Invitation | undefined>
  /** Locks the invitation until the transaction ends. */
  lockByToken(tx: CoreTransaction, token: string): Promise<Invitation | undefined>
  accept(tx: CoreTransaction, id: string): Promise<void>
  /** False when it is not pending any more. */
  revoke(tx: CoreTransaction, id: string): Promise<boolean>
}

export const createInvitationRepository = (db: CoreDb): InvitationRepository => ({
  list: (scope, params, types) =>
    listRows<Invitation>(
      { db, scope },
      { spec: invitationSpec, from: SHOWN, alias: 'i', where: ['i.user_type = any($1::text[])'], values: [types] },
      { sort: '-created_at', ...params },
    ),
  insert: async (tx, draft) => {
    const { organization_id, email, invited_by_user_id, user_type, module_type, invitation_metadata = {} } = draft
    if ((await db.run(tx, IS_MEMBER, [organization_id, email])).length > 0) throw userErrors.ALREADY_MEMBER()
    await db.run(tx, CLOSE_OVER, [organization_id, email])
    const token = randomBytes(32).toString('base64url')
    const row = [newId(), organization_id, email, invited_by_user_id, user_type, module_type, token, invitation_metadata]
    const [made] = await db.run<Invitation>(tx, INSERT, row).catch((error: unknown) => {
      throw violates(error, 'invitations_pending') ? userErrors.ALREADY_PENDING() : error
    })
    return made as Invitation
  },
  find: async (scope, id) => (await db.run<Invitation>(scope, FIND, [id]))[0],
  byToken: async (scope, token) => (await db.run<Invitation>(scope, BY_TOKEN, [token]))[0],
  lockByToken: async (tx, token) => (await db.run<Invitation>(tx, `${BY_TOKEN} for update`, [token]))[0],
  accept: async (tx, id) => void (await db.run(tx, ACCEPT, [id])),
  revoke: async (tx, id) => (await db.run(tx, REVOKE, [id])).length > 0,
})
