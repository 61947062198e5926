import { Create, ListQuery, Page } from '@innoerp/sdk/contract'
import { IdParams, type ModuleRoutes } from '@innoerp/sdk/server'
import { Comment, CommentList } from '../shared/comment.js'
import type { CommentService } from './comment-service.js'

const read = { permission: 'projects.read' }
const write = { permission: 'projects.write' }
const ofTask = { params: IdParams }

export const commentRoutes = ({ comments }: { comments: CommentService }): ModuleRoutes => async (app) => {
  const list = { ...ofTask, querystring: ListQuery(CommentList), response: { 200: Page(Comment) } }
  app.get('/tasks/:id/comments', { config: read, schema: list }, (request) =>
    comments.list(request.context, request.params.id, request.query),
  )

  const create = { ...ofTask, body: Create(Comment), response: { 201: Comment } }
  app.post('/tasks/:id/comments', { config: write, schema: create }, async (request, reply) =>
    reply.code(201).send(await comments.create(request.context, request.params.id, request.body)),
  )
}
