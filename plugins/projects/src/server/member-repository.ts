import type { Context } from '@innoerp/sdk/contract'
import { bind, platformErrors, TenantModel, type TenantDb } from '@innoerp/sdk/server'
import { Member, MemberList } from '../shared/member.js'
import { MEMBER, PROJECT } from './tables.js'

export class MemberModel extends TenantModel {
  static override tableName = 'project_member'
  static override entity = Member
}

// The lock keeps the project from being deleted before the member's row has committed.
const HOLD_PROJECT = `select id from ${PROJECT} where id = $1 and deleted_at is null for share`
const MEMBER_ID = `select m.id from ${MEMBER} m join ${PROJECT} p on p.id = m.project_id
  where m.project_id = $1 and m.user_id = $2 and m.deleted_at is null and p.deleted_at is null`

export type MemberRepository = ReturnType<typeof createMemberRepository>

export const createMemberRepository = (db: TenantDb) => ({
  ...db.crud(MemberModel),
  list: db.list(MemberModel, MemberList),
  /** Keeps the project from changing until the transaction ends; `NOT_FOUND` where there is none. */
  holdProject: async (tx: Context, projectId: string): Promise<void> => {
    const rows = await db.run(tx, bind(HOLD_PROJECT, [projectId]))
    if (rows.length === 0) throw platformErrors.NOT_FOUND()
  },
  /** The id of a person's membership; `NOT_FOUND` where the project or the membership is not there. */
  idOf: async (ctx: Context, projectId: string, userId: string): Promise<string> => {
    const [row] = await db.run<{ id: string }>(ctx, bind(MEMBER_ID, [projectId, userId]))
    if (!row) throw platformErrors.NOT_FOUND()
    return row.id
  },
})
