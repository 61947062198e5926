import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { readTags } from '../reading.js'
import { dropTag, moveTag } from '../tagging.js'
import type { RouteContext } from './route-context.js'
import { closed, DistTags, Done, nameOf, open, PACKAGE_FORMS, REFUSALS } from './schemas.js'

const Tag = Type.String({ minLength: 1, maxLength: 100 })
const Version = Type.String({ minLength: 1, maxLength: 256, description: 'The version that the tag names, as a JSON string' })
const BODY_BYTES = 4096

/** The dist-tags of a package, as `npm dist-tag` lists and changes them. */
export const distTagRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { registry }) => {
  for (const form of PACKAGE_FORMS) {
    const url = `/-/package${form.path}/dist-tags`
    const listing = { params: form.params({}), response: { 200: DistTags, ...REFUSALS } }
    app.get(url, { schema: open('List the dist-tags of a package', listing) }, async (request, reply) => {
      reply.header('cache-control', 'no-cache')
      return readTags(registry, nameOf(request.params))
    })

    const setting = { params: form.params({ tag: Tag }), body: Version, response: { 201: Done, ...REFUSALS } }
    app.put(`${url}/:tag`, { bodyLimit: BODY_BYTES, schema: closed('Set a dist-tag', setting) }, async (request, reply) => {
      await moveTag(registry, { name: nameOf(request.params), tag: request.params.tag }, request.body)
      return reply.code(201).send({ ok: true })
    })

    const removing = { params: form.params({ tag: Tag }), response: { 200: Done, ...REFUSALS } }
    app.delete(`${url}/:tag`, { schema: closed('Remove a dist-tag', removing) }, async (request) => {
      await dropTag(registry, { name: nameOf(request.params), tag: request.params.tag })
      return { ok: true as const }
    })
  }
}
