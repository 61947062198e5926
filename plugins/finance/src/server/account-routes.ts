import { Page, Strict, Type } from '@innoerp/sdk/contract'
import { crudRoutes, IdParams, type ModuleRoutes } from '@innoerp/sdk/server'
import { AccountList, AppliedTemplate } from '../shared/account.js'
import { AccountLine } from '../shared/entry.js'
import type { AccountService } from './account-service.js'
import type { ApplyTemplate } from './chart/apply-template.js'

interface Services {
  accounts: AccountService
  applyTemplate: ApplyTemplate
}

const LinesQuery = Strict({
  skip: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 100 })),
})

export const accountRoutes = ({ accounts, applyTemplate }: Services): ModuleRoutes => async (app) => {
  await app.register(crudRoutes({ list: AccountList, service: accounts, read: 'finance.read', write: 'finance.configure' }))

  app.get('/:id/lines', { config: { permission: 'finance.read' }, schema: { params: IdParams, querystring: LinesQuery, response: { 200: Page(AccountLine) } } }, (request) =>
    accounts.lines(request.context, request.params.id, request.query),
  )

  app.post('/apply-template', { config: { permission: 'finance.configure' }, schema: { response: { 201: AppliedTemplate } } }, async (request, reply) =>
    reply.code(201).send(await applyTemplate(request.context)),
  )
}
