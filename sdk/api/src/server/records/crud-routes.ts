import * as Type from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { Create, Patch, type AnyEntity, type NewRecord, type RecordPatch } from '../../contract/entity.js'
import { ListQuery, Page, type ListParams, type ListSpec } from '../../contract/list.js'
import { Strict, Uuid } from '../../contract/schema.js'
import type { ModuleRoutes } from '../define-module.js'
import type { RecordService } from './record-service.js'

/** The parameters of a route that names one record: `/:id`. */
export const IdParams = Strict({ id: Uuid })
interface WithId {
  Params: { id: string }
}

/** Permissions that a caller needs, by what the route does. */
export interface RouteAccess {
  read: string
  write: string
}

export interface CrudRoutesOptions<E extends AnyEntity> extends RouteAccess {
  /** How the records are listed; names the record as well. */
  list: ListSpec<E>
  service: RecordService<E>
}

/**
 * The routes of a kind of record: `GET /` (a page), `POST /` (201), and those of {@link recordRoutes}. Lists take what `ListQuery`
 * says, bodies what `Create` and `Patch` say.
 * @example await app.register(crudRoutes({ list: CompanyList, service: companies, read: 'crm.read', write: 'crm.write' }), { prefix: '/companies' })
 */
export const crudRoutes = <E extends AnyEntity>({ list, service, read, write }: CrudRoutesOptions<E>): ModuleRoutes => async (app) => {
  const { entity } = list
  const plain = app as unknown as FastifyInstance

  plain.get<{ Querystring: ListParams }>('/', { config: { permission: read }, schema: { querystring: ListQuery(list), response: { 200: Page(entity) } } }, (request) =>
    service.list(request.context, request.query),
  )

  plain.post<{ Body: NewRecord<E> }>('/', { config: { permission: write }, schema: { body: Create(entity), response: { 201: entity } } }, async (request, reply) =>
    reply.code(201).send(await service.create(request.context, request.body)),
  )

  await app.register(recordRoutes({ entity, service, read, write }))
}

export interface RecordRoutesOptions<E extends AnyEntity> extends RouteAccess {
  entity: E
  service: Pick<RecordService<E>, 'get' | 'patch' | 'remove' | 'restore'>
}

/** The routes of one record: `GET`, `PATCH` and `DELETE /:id` (204), which honour `If-Match`, and `POST /:id/restore`. */
export const recordRoutes = <E extends AnyEntity>({ entity, service, read, write }: RecordRoutesOptions<E>): ModuleRoutes => async (app) => {
  const one = { params: IdParams, response: { 200: entity } }
  const plain = app as unknown as FastifyInstance

  plain.get<WithId>('/:id', { config: { permission: read }, schema: one }, (request) => service.get(request.context, request.params.id))

  plain.patch<WithId & { Body: RecordPatch<E> }>('/:id', { config: { permission: write }, schema: { ...one, body: Patch(entity) } }, (request) =>
    service.patch(request.context, request.params.id, { values: request.body, ifMatch: request.headers['if-match'] }),
  )

  plain.delete<WithId>('/:id', { config: { permission: write }, schema: { params: IdParams, response: { 204: Type.Null() } } }, async (request, reply) => {
    await service.remove(request.context, request.params.id, { ifMatch: request.headers['if-match'] })
    return reply.code(204).send(null)
  })

  plain.post<WithId>('/:id/restore', { config: { permission: write }, schema: one }, (request) => service.restore(request.context, request.params.id))
}
