import { Create, ListQuery, Page, Patch, Type } from '@innoerp/sdk/contract'
import type { ModuleRoutes } from '@innoerp/sdk/server'
import { Task, TaskList, TaskMove } from '../shared/task.js'
import { IdParams } from './params.js'
import type { TaskService } from './task-service.js'

const read = { permission: 'projects.read' }
const write = { permission: 'projects.write' }

export const taskRoutes = ({ tasks }: { tasks: TaskService }): ModuleRoutes => async (app) => {
  const list = { params: IdParams, querystring: ListQuery(TaskList), response: { 200: Page(Task) } }
  app.get('/:id/tasks', { config: read, schema: list }, (request) =>
    tasks.list(request.context, request.params.id, request.query),
  )

  const create = { params: IdParams, body: Create(Task), response: { 201: Task } }
  app.post('/:id/tasks', { config: write, schema: create }, async (request, reply) =>
    reply.code(201).send(await tasks.create(request.context, request.params.id, request.body)),
  )

  app.get('/tasks/:id', { config: read, schema: { params: IdParams, response: { 200: Task } } }, (request) =>
    tasks.get(request.context, request.params.id),
  )

  app.patch('/tasks/:id', { config: write, schema: { params: IdParams, body: Patch(Task), response: { 200: Task } } }, (request) =>
    tasks.patch(request.context, request.params.id, { values: request.body, ifMatch: request.headers['if-match'] }),
  )

  app.delete('/tasks/:id', { config: write, schema: { params: IdParams, response: { 204: Type.Null() } } }, async (request, reply) => {
    await tasks.remove(request.context, request.params.id, { ifMatch: request.headers['if-match'] })
    return reply.code(204).send(null)
  })

  app.post('/tasks/:id/move', { config: write, schema: { params: IdParams, body: TaskMove, response: { 200: Task } } }, (request) =>
    tasks.move(request.context, request.params.id, request.body),
  )

  app.post('/tasks/:id/restore', { config: write, schema: { params: IdParams, response: { 200: Task } } }, (request) =>
    tasks.restore(request.context, request.params.id),
  )
}
