import type { Context, ListParams } from '@innoerp/sdk/contract'
import type { ModuleEvents } from '@innoerp/sdk/server'
import type { NewComment } from '../shared/comment.js'
import { TaskCommented } from '../shared/events.js'
import type { CommentRepository } from './comment-repository.js'
import type { TaskRepository } from './task-repository.js'

interface Deps {
  comments: CommentRepository
  tasks: TaskRepository
  events: ModuleEvents
}

export type CommentService = ReturnType<typeof createCommentService>

/** Comments on a task: written once, never changed. */
export const createCommentService = ({ comments, tasks, events }: Deps) => ({
  list: async (ctx: Context, taskId: string, params: ListParams) => {
    await tasks.get(ctx, taskId)
    return comments.list(ctx, params, { task_id: taskId })
  },

  create: (ctx: Context, taskId: string, input: NewComment) =>
    ctx.transaction(async (tx) => {
      const projectId = await tasks.countComment(tx, taskId)
      const comment = await comments.insert(tx, { ...input, task_id: taskId })
      const data = { task_id: taskId, project_id: projectId, comment_id: comment.id }
      await events.publish(tx, TaskCommented, { data, aggregate_id: comment.id, aggregate_version: comment.version })
      return comment
    }),
})
