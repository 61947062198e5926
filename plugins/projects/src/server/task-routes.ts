import { Create, ListQuery, Page } from '@innoerp/sdk/contract'
import { IdParams, recordRoutes, type ModuleRoutes } from '@innoerp/sdk/server'
import { AllTasksList, Task, TaskList, TaskMove } from '../shared/task.js'
import type { TaskService } from './task-service.js'

const read = 'projects.read'
const write = 'projects.write'

export const taskRoutes = ({ tasks }: { tasks: TaskService }): ModuleRoutes => async (app) => {
  const list = { params: IdParams, querystring: ListQuery(TaskList), response: { 200: Page(Task) } }
  app.get('/:id/tasks', { config: { permission: read }, schema: list }, (request) =>
    tasks.list(request.context, request.params.id, request.query),
  )

  const listAll = { querystring: ListQuery(AllTasksList), response: { 200: Page(Task) } }
  app.get('/tasks', { config: { permission: read }, schema: listAll }, (request) => tasks.listAll(request.context, request.query))

  const create = { params: IdParams, body: Create(Task), response: { 201: Task } }
  app.post('/:id/tasks', { config: { permission: write }, schema: create }, async (request, reply) =>
    reply.code(201).send(await tasks.create(request.context, request.params.id, request.body)),
  )

  app.post('/tasks/:id/move', { config: { permission: write }, schema: { params: IdParams, body: TaskMove, response: { 200: Task } } }, (request) =>
    tasks.move(request.context, request.params.id, request.body),
  )

  await app.register(recordRoutes({ entity: Task, service: tasks, read, write }), { prefix: '/tasks' })
}
