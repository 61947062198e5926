import { Create, ListQuery, Page, Patch, Type } from '@innoerp/sdk/contract'
import type { ModuleRoutes } from '@innoerp/sdk/server'
import { Company, CompanyList } from '../shared/company.js'
import type { CompanyService } from './company-service.js'
import { IdParams } from './params.js'

const read = { permission: 'crm.read' }
const write = { permission: 'crm.write' }

export const companyRoutes = ({ companies }: { companies: CompanyService }): ModuleRoutes => async (app) => {
  app.get('/', { config: read, schema: { querystring: ListQuery(CompanyList), response: { 200: Page(Company) } } }, (request) =>
    companies.list(request.context, request.query),
  )

  app.post('/', { config: write, schema: { body: Create(Company), response: { 201: Company } } }, async (request, reply) =>
    reply.code(201).send(await companies.create(request.context, request.body)),
  )

  app.get('/:id', { config: read, schema: { params: IdParams, response: { 200: Company } } }, (request) =>
    companies.get(request.context, request.params.id),
  )

  app.patch('/:id', { config: write, schema: { params: IdParams, body: Patch(Company), response: { 200: Company } } }, (request) =>
    companies.patch(request.context, request.params.id, { values: request.body, ifMatch: request.headers['if-match'] }),
  )

  app.delete('/:id', { config: write, schema: { params: IdParams, response: { 204: Type.Null() } } }, async (request, reply) => {
    await companies.remove(request.context, request.params.id, { ifMatch: request.headers['if-match'] })
    return reply.code(204).send(null)
  })

  app.post('/:id/restore', { config: write, schema: { params: IdParams, response: { 200: Company } } }, (request) =>
    companies.restore(request.context, request.params.id),
  )
}
