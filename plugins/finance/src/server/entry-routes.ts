import { Create, ListQuery, Page, Patch, Type } from '@innoerp/sdk/contract'
import { IdParams, type ModuleRoutes } from '@innoerp/sdk/server'
import { Entry, EntryDocument, EntryDraft, EntryList, Reversal } from '../shared/entry.js'
import type { EntryService } from './entry-service.js'
import type { Posting } from './posting.js'

const read = { permission: 'finance.read' }
const write = { permission: 'finance.write' }
const post = { permission: 'finance.post' }
const one = { params: IdParams, response: { 200: EntryDocument } }

export const entryRoutes = ({ entries, posting }: { entries: EntryService; posting: Posting }): ModuleRoutes => async (app) => {
  app.get('/', { config: read, schema: { querystring: ListQuery(EntryList), response: { 200: Page(Entry) } } }, (request) =>
    entries.list(request.context, request.query),
  )

  app.post('/', { config: write, schema: { body: Create(EntryDraft), response: { 201: EntryDocument } } }, async (request, reply) =>
    reply.code(201).send(await entries.create(request.context, request.body)),
  )

  app.get('/:id', { config: read, schema: one }, (request) => entries.get(request.context, request.params.id))

  app.patch('/:id', { config: write, schema: { ...one, body: Patch(EntryDraft) } }, (request) =>
    entries.patch(request.context, request.params.id, { values: request.body, ifMatch: request.headers['if-match'] }),
  )

  app.delete('/:id', { config: write, schema: { params: IdParams, response: { 204: Type.Null() } } }, async (request, reply) => {
    await entries.remove(request.context, request.params.id, { ifMatch: request.headers['if-match'] })
    return reply.code(204).send(null)
  })

  app.post('/:id/restore', { config: write, schema: one }, (request) => entries.restore(request.context, request.params.id))

  app.post('/:id/post', { config: post, schema: one }, (request) =>
    posting.post(request.context, request.params.id, { ifMatch: request.headers['if-match'] }),
  )

  app.post('/:id/reverse', { config: post, schema: { params: IdParams, body: Reversal, response: { 201: EntryDocument } } }, async (request, reply) =>
    reply.code(201).send(await posting.reverse(request.context, request.params.id, request.body)),
  )
}
