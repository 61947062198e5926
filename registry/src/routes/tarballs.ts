import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { errors } from '../errors.js'
import { isCurrent } from '../etag.js'
import { integrityOfTarball } from '../reading.js'
import type { RouteContext } from './route-context.js'
import { nameOf, NotModified, open, PACKAGE_FORMS, REFUSALS } from './schemas.js'

const FileName = Type.String({ minLength: 1, maxLength: 400, description: '<name without scope>-<version>.tgz' })
const TYPE = 'application/octet-stream'
const Tarball = {
  description: 'The bytes as they were published',
  content: { [TYPE]: { schema: Type.Unsafe<unknown>({ type: 'string', format: 'binary' }) } },
}

/** Tarballs: a version's bytes never change, so clients may keep them for good. */
export const tarballRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { registry }) => {
  for (const form of PACKAGE_FORMS) {
    const schema = { params: form.params({ file: FileName }), response: { 200: Tarball, 304: NotModified, ...REFUSALS } }
    app.get(`${form.path}/-/:file`, { schema: open('Read the tarball of a version', schema) }, async (request, reply) => {
      const name = nameOf(request.params)
      const { version, integrity } = await integrityOfTarball(registry, name, request.params.file)
      const etag = `"${integrity}"`
      const caching = { etag, 'cache-control': 'public, max-age=31536000, immutable' }
      if (isCurrent(request.headers['if-none-match'], etag)) return reply.headers(caching).code(304).send(null)
      const file = await registry.files.read(integrity)
      if (!file) throw errors.FILE_MISSING({ values: { name, version } })
      reply.headers({ ...caching, 'content-length': file.size, 'x-content-type-options': 'nosniff' })
      return reply.type(TYPE).send(file.handle.createReadStream())
    })
  }
}
