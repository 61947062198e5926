import { Create, ListQuery, Page, Patch, Type } from '@innoerp/sdk/contract'
import type { ModuleRoutes } from '@innoerp/sdk/server'
import { Contact, ContactList } from '../shared/contact.js'
import type { ContactService } from './contact-service.js'
import { IdParams } from './params.js'

const read = { permission: 'crm.read' }
const write = { permission: 'crm.write' }

export const contactRoutes = ({ contacts }: { contacts: ContactService }): ModuleRoutes => async (app) => {
  app.get('/', { config: read, schema: { querystring: ListQuery(ContactList), response: { 200: Page(Contact) } } }, (request) =>
    contacts.list(request.context, request.query),
  )

  app.post('/', { config: write, schema: { body: Create(Contact), response: { 201: Contact } } }, async (request, reply) =>
    reply.code(201).send(await contacts.create(request.context, request.body)),
  )

  app.get('/:id', { config: read, schema: { params: IdParams, response: { 200: Contact } } }, (request) =>
    contacts.get(request.context, request.params.id),
  )

  app.patch('/:id', { config: write, schema: { params: IdParams, body: Patch(Contact), response: { 200: Contact } } }, (request) =>
    contacts.patch(request.context, request.params.id, { values: request.body, ifMatch: request.headers['if-match'] }),
  )

  app.delete('/:id', { config: write, schema: { params: IdParams, response: { 204: Type.Null() } } }, async (request, reply) => {
    await contacts.remove(request.context, request.params.id, { ifMatch: request.headers['if-match'] })
    return reply.code(204).send(null)
  })

  app.post('/:id/restore', { config: write, schema: { params: IdParams, response: { 200: Contact } } }, (request) =>
    contacts.restore(request.context, request.params.id),
  )
}
