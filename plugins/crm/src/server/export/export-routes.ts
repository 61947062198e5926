import { Readable } from 'node:stream'
import { Type } from '@innoerp/sdk/contract'
import type { ModuleRoutes } from '@innoerp/sdk/server'
import { ExportQuery } from '../../shared/company-export.js'
import type { ExportCompanies } from './export-companies.js'

export const exportRoutes = ({ exportCompanies }: { exportCompanies: ExportCompanies }): ModuleRoutes => async (app) => {
  app.get(
    '/',
    {
      config: { permission: 'crm.export' },
      schema: { querystring: ExportQuery, produces: ['text/csv'], response: { 200: Type.Unsafe<Readable>({ type: 'string', description: 'The file' }) } },
    },
    async (request, reply) => {
      reply.header('content-type', 'text/csv; charset=utf-8; header=present').header('content-disposition', 'attachment; filename="companies.csv"')
      return Readable.from(exportCompanies(request.context, request.query))
    },
  )
}
