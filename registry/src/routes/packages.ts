import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { errors } from '../errors.js'
import { assertName } from '../names.js'
import { INSTALL_TYPE } from '../packument.js'
import { deprecate } from '../publish/deprecate.js'
import { bringsTarball, PackageDocument } from '../publish/document.js'
import { publish } from '../publish/publish.js'
import { readPackument, readVersion } from '../reading.js'
import type { RouteContext } from './route-context.js'
import { closed, Done, nameOf, NotModified, open, PACKAGE_FORMS, REFUSALS } from './schemas.js'

const DOCUMENT_BYTES = 4 * 1024 ** 2
const TagMap = Type.Record(Type.String(), Type.String())

const Packument = Type.Object(
  { name: Type.String(), 'dist-tags': TagMap, versions: Type.Record(Type.String(), Type.Unknown()) },
  {
    additionalProperties: true,
    description: 'All versions of a package; the short form when the client accepts only what an installation needs',
  },
)
const Version = Type.Object({ name: Type.String(), version: Type.String(), dist: Type.Unknown() }, { additionalProperties: true })
const VersionOrTag = Type.String({ minLength: 1, maxLength: 128, description: 'A version or a dist-tag' })
const BeforeChange = Type.Object({
  write: Type.Optional(Type.String({ maxLength: 10, description: 'Set before a change: gives the full form' })),
})

/** Packages: GET tells of them, PUT publishes a version or deprecates one. */
export const packageRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { registry, baseOf, announce }) => {
  // Base64 makes three bytes four characters.
  const bodyLimit = Math.ceil(registry.limits.tarballBytes / 3) * 4 + DOCUMENT_BYTES

  for (const form of PACKAGE_FORMS) {
    const reading = { params: form.params({}), querystring: BeforeChange, response: { 200: Packument, 304: NotModified, ...REFUSALS } }
    app.get(form.path, { schema: open('Read a package', reading) }, async (request, reply) => {
      const { accept = '', 'if-none-match': ifNoneMatch } = request.headers
      const short = request.query.write === undefined && accept.includes(INSTALL_TYPE)
      const { etag, packument } = await readPackument(registry, nameOf(request.params), { base: baseOf(request), short, ifNoneMatch })
      reply.headers({ etag, 'cache-control': 'no-cache', vary: 'accept' })
      if (!packument) return reply.code(304).send(null)
      return reply.type(short ? INSTALL_TYPE : 'application/json').send(packument)
    })

    const readingOne = { params: form.params({ version: VersionOrTag }), response: { 200: Version, ...REFUSALS } }
    app.get(`${form.path}/:version`, { schema: open('Read one version of a package', readingOne) }, async (request, reply) => {
      const version = await readVersion(registry, nameOf(request.params), { base: baseOf(request), wanted: request.params.version })
      return reply.header('cache-control', 'no-cache').send(version)
    })

    const writing = { params: form.params({}), body: PackageDocument, response: { 201: Done, ...REFUSALS } }
    app.put(form.path, { bodyLimit, schema: closed('Publish a version, or deprecate one', writing) }, async (request, reply) => {
      const name = nameOf(request.params)
      assertName(name)
      if (request.body.name !== name) throw errors.DOCUMENT_INVALID({ values: { reason: `it is not the document of ${name}` } })
      if (bringsTarball(request.body)) await announce(await publish(registry, request.body), request.log)
      else await deprecate(registry, request.body)
      return reply.code(201).send({ ok: true })
    })
  }
}
