import { TenantModel, type TenantDb } from '@innoerp/sdk/server'
import { Comment, CommentList } from '../shared/comment.js'

export class CommentModel extends TenantModel {
  static override tableName = 'task_comment'
  static override entity = Comment
}

export type CommentRepository = ReturnType<typeof createCommentRepository>

export const createCommentRepository = (db: TenantDb) => ({
  insert: db.crud(CommentModel).insert,
  list: db.list(CommentModel, CommentList),
})
