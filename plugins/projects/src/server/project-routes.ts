import { Create, ListQuery, Page, Patch, Type } from '@innoerp/sdk/contract'
import type { ModuleRoutes } from '@innoerp/sdk/server'
import { Project, ProjectList } from '../shared/project.js'
import type { ProjectService } from './project-service.js'
import { IdParams } from './params.js'

const read = { permission: 'projects.read' }
const manage = { permission: 'projects.manage' }

export const projectRoutes = ({ projects }: { projects: ProjectService }): ModuleRoutes => async (app) => {
  app.get('/', { config: read, schema: { querystring: ListQuery(ProjectList), response: { 200: Page(Project) } } }, (request) =>
    projects.list(request.context, request.query),
  )

  app.post('/', { config: manage, schema: { body: Create(Project), response: { 201: Project } } }, async (request, reply) =>
    reply.code(201).send(await projects.create(request.context, request.body)),
  )

  app.get('/:id', { config: read, schema: { params: IdParams, response: { 200: Project } } }, (request) =>
    projects.get(request.context, request.params.id),
  )

  app.patch('/:id', { config: manage, schema: { params: IdParams, body: Patch(Project), response: { 200: Project } } }, (request) =>
    projects.patch(request.context, request.params.id, { values: request.body, ifMatch: request.headers['if-match'] }),
  )

  app.delete('/:id', { config: manage, schema: { params: IdParams, response: { 204: Type.Null() } } }, async (request, reply) => {
    await projects.remove(request.context, request.params.id, { ifMatch: request.headers['if-match'] })
    return reply.code(204).send(null)
  })

  app.post('/:id/restore', { config: manage, schema: { params: IdParams, response: { 200: Project } } }, (request) =>
    projects.restore(request.context, request.params.id),
  )
}
