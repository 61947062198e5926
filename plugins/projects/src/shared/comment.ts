import { entity, listOf, ReadOnly, Text, Uuid, type NewRecord, type Static } from '@innoerp/sdk/contract'

/** What somebody said about a task; its author is `created_by`. */
export const Comment = entity({
  task_id: ReadOnly(Uuid),
  body: Text(10_000, { minLength: 1, pattern: '\\S' }),
})
export type Comment = Static<typeof Comment>
export type NewComment = NewRecord<typeof Comment>

export const CommentList = listOf(Comment, { sort: ['created_at'], search: [], filter: ['created_by'] })
