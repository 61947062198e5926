import { crudRoutes, IdParams, type ModuleRoutes } from '@innoerp/sdk/server'
import { ChainCheck, JournalList } from '../shared/journal.js'
import type { JournalService } from './journal-service.js'

export const journalRoutes = ({ journals }: { journals: JournalService }): ModuleRoutes => async (app) => {
  await app.register(crudRoutes({ list: JournalList, service: journals, read: 'finance.read', write: 'finance.configure' }))

  app.get('/:id/chain', { config: { permission: 'finance.read' }, schema: { params: IdParams, response: { 200: ChainCheck } } }, (request) =>
    journals.checkChain(request.context, request.params.id),
  )
}
