import { Create, ListQuery, Page, Patch, Type } from '@innoerp/sdk/contract'
import type { ModuleRoutes } from '@innoerp/sdk/server'
import { Deal, DealList } from '../shared/deal.js'
import type { DealService } from './deal-service.js'
import { IdParams } from './params.js'

const read = { permission: 'crm.read' }
const write = { permission: 'crm.write' }

export const dealRoutes = ({ deals }: { deals: DealService }): ModuleRoutes => async (app) => {
  app.get('/', { config: read, schema: { querystring: ListQuery(DealList), response: { 200: Page(Deal) } } }, (request) =>
    deals.list(request.context, request.query),
  )

  app.post('/', { config: write, schema: { body: Create(Deal), response: { 201: Deal } } }, async (request, reply) =>
    reply.code(201).send(await deals.create(request.context, request.body)),
  )

  app.get('/:id', { config: read, schema: { params: IdParams, response: { 200: Deal } } }, (request) =>
    deals.get(request.context, request.params.id),
  )

  app.patch('/:id', { config: write, schema: { params: IdParams, body: Patch(Deal), response: { 200: Deal } } }, (request) =>
    deals.patch(request.context, request.params.id, { values: request.body, ifMatch: request.headers['if-match'] }),
  )

  app.delete('/:id', { config: write, schema: { params: IdParams, response: { 204: Type.Null() } } }, async (request, reply) => {
    await deals.remove(request.context, request.params.id, { ifMatch: request.headers['if-match'] })
    return reply.code(204).send(null)
  })

  app.post('/:id/restore', { config: write, schema: { params: IdParams, response: { 200: Deal } } }, (request) =>
    deals.restore(request.context, request.params.id),
  )
}
