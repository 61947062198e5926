import * as Type from '@sinclair/typebox'
import { ImportQuery, ImportResult, MAX_IMPORT_BYTES } from '../../contract/import.js'
import type { ModuleRoutes } from '../define-module.js'
import { createCheckValue, type Validator } from './check-value.js'
import { parseMapping } from './column-mapping.js'
import { importRecords } from './import-records.js'
import type { ImportSpec } from './import-spec.js'

const CsvBody = Type.Unsafe<Buffer | undefined>({ description: 'The file: UTF-8, its first line names the columns' })

export interface ImportRoutesOptions extends ImportSpec {
  /** What a caller needs. */
  permission: string
}

/**
 * `POST /?dry_run&on_error&mapping` with a CSV file (`text/csv`, at most 10 MiB): checks it, and imports it where `dry_run=false`.
 * Answers `{total, valid, invalid, created, errors: [{line, column?, message}]}`. Errors: {@link ImportSpec.errors}.
 * @example await app.register(importRoutes({ ...companyImport, permission: 'crm.import' }), { prefix: '/companies/import' })
 */
export const importRoutes = ({ permission, ...spec }: ImportRoutesOptions): ModuleRoutes => async (app) => {
  app.removeAllContentTypeParsers()
  // Fastify counts the bytes as they come and stops reading at the limit, also where no length was announced.
  app.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: MAX_IMPORT_BYTES }, (_request, body, done) => done(null, body))

  app.post(
    '/',
    {
      config: { permission },
      schema: { consumes: ['text/csv'], querystring: ImportQuery, body: CsvBody, response: { 200: ImportResult } },
      preParsing: async (request, reply, payload) => {
        const announced = Number(request.headers['content-length'] ?? 0)
        if (announced <= MAX_IMPORT_BYTES) return payload
        reply.header('connection', 'close')
        throw spec.errors.FILE_TOO_LARGE({ values: { limit: MAX_IMPORT_BYTES / 1024 / 1024 } })
      },
    },
    (request) => {
      const { dry_run, on_error, mapping } = request.query
      return importRecords(spec, request.context, {
        file: request.body ?? Buffer.alloc(0),
        mapping: parseMapping(mapping, spec.errors),
        dryRun: dry_run,
        onError: on_error,
        check: createCheckValue(spec.fields, (schema) => request.compileValidationSchema(schema) as Validator),
      })
    },
  )
}
