import { Type } from '@innoerp/sdk/contract'
import type { ModuleRoutes } from '@innoerp/sdk/server'
import { ImportQuery, ImportResult, MAX_IMPORT_BYTES } from '../../shared/company-import.js'
import { errors } from '../errors.js'
import { createCheckValue, type Validator } from './check-value.js'
import { parseMapping } from './column-mapping.js'
import type { ImportCompanies } from './import-companies.js'

const CsvBody = Type.Unsafe<Buffer | undefined>({ description: 'The file: UTF-8, its first line names the columns' })

export const importRoutes = ({ importCompanies }: { importCompanies: ImportCompanies }): ModuleRoutes => async (app) => {
  app.removeAllContentTypeParsers()
  // Fastify counts the bytes as they come and stops reading at the limit, also where no length was announced.
  app.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: MAX_IMPORT_BYTES }, (_request, body, done) => done(null, body))

  app.post(
    '/',
    {
      config: { permission: 'crm.import' },
      schema: { consumes: ['text/csv'], querystring: ImportQuery, body: CsvBody, response: { 200: ImportResult } },
      preParsing: async (request, reply, payload) => {
        const announced = Number(request.headers['content-length'] ?? 0)
        if (announced <= MAX_IMPORT_BYTES) return payload
        reply.header('connection', 'close')
        throw errors.FILE_TOO_LARGE({ values: { limit: MAX_IMPORT_BYTES / 1024 / 1024 } })
      },
    },
    (request) => {
      const { dry_run, on_error, mapping } = request.query
      return importCompanies(request.context, {
        file: request.body ?? Buffer.alloc(0),
        mapping: parseMapping(mapping),
        dryRun: dry_run,
        onError: on_error,
        check: createCheckValue((schema) => request.compileValidationSchema(schema) as Validator),
      })
    },
  )
}
