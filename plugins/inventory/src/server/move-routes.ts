import { Create, ListQuery, Name, Optional, Page, Strict } from '@innoerp/sdk/contract'
import { IdParams, type ModuleRoutes } from '@innoerp/sdk/server'
import { Move, MoveList } from '../shared/move.js'
import type { MoveService } from './move-service.js'

const read = { permission: 'inventory.read' }
const move = { permission: 'inventory.move' }
const Reversal = Strict({ reference: Optional(Name(120, { description: 'That of the move itself where left out' })) })

export const moveRoutes = ({ moves }: { moves: MoveService }): ModuleRoutes => async (app) => {
  app.get('/', { config: read, schema: { querystring: ListQuery(MoveList), response: { 200: Page(Move) } } }, (request) =>
    moves.list(request.context, request.query),
  )

  app.post('/', { config: move, schema: { body: Create(Move), response: { 201: Move } } }, async (request, reply) =>
    reply.code(201).send(await moves.post(request.context, request.body)),
  )

  app.get('/:id', { config: read, schema: { params: IdParams, response: { 200: Move } } }, (request) => moves.get(request.context, request.params.id))

  app.post('/:id/reverse', { config: move, schema: { params: IdParams, body: Reversal, response: { 201: Move } } }, async (request, reply) =>
    reply.code(201).send(await moves.reverse(request.context, request.params.id, request.body)),
  )
}
