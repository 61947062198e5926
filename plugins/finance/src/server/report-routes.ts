import { Type } from '@innoerp/sdk/contract'
import type { ModuleRoutes } from '@innoerp/sdk/server'
import { TrialBalance, TrialBalanceQuery } from '../shared/trial-balance.js'
import type { ReadTrialBalance } from './trial-balance.js'
import { trialBalanceCsv } from './trial-balance-csv.js'

const access = { permission: 'finance.read' }

export const reportRoutes = ({ readTrialBalance }: { readTrialBalance: ReadTrialBalance }): ModuleRoutes => async (app) => {
  app.get('/trial-balance', { config: access, schema: { querystring: TrialBalanceQuery, response: { 200: TrialBalance } } }, (request) =>
    readTrialBalance(request.context, request.query),
  )

  app.get(
    '/trial-balance/export',
    { config: access, schema: { querystring: TrialBalanceQuery, produces: ['text/csv'], response: { 200: Type.String({ description: 'The file' }) } } },
    async (request, reply) => {
      const report = await readTrialBalance(request.context, request.query)
      reply.header('content-type', 'text/csv; charset=utf-8; header=present').header('content-disposition', 'attachment; filename="trial-balance.csv"')
      return trialBalanceCsv(report)
    },
  )
}
