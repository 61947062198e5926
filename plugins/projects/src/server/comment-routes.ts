import { Create, ListQuery, Page } from '@innoerp/sdk/contract'
import type { ModuleRoutes } from '@innoerp/sdk/server'
import { Comment, CommentList } from '../shared/comment.js'
import type { CommentService } from './comment-service.js'
import { IdParams } from './params.js'

export const commentRoutes = ({ comments }: { comments: CommentService }): ModuleRoutes => async (app) => {
  const read = { permission: 'projects.read' }
  app.get('/tasks/:id/comments', { config: read, schema: { params: IdParams, querystring: ListQuery(CommentList), response: { 200: Page(Comment) } } }, (request) =>
    comments.list(request.context, request.params.id, request.query),
  )

  const write = { permission: 'projects.write' }
  app.post('/tasks/:id/comments', { config: write, schema: { params: IdParams, body: Create(Comment), response: { 201: Comment } } }, async (request, reply) =>
    reply.code(201).send(await comments.create(request.context, request.params.id, request.body)),
  )
}
