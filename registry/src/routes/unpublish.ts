import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { errors } from '../errors.js'
import type { RouteContext } from './route-context.js'
import { closed, PACKAGE_FORMS, REFUSALS } from './schemas.js'

const Revision = Type.String({ maxLength: 100 })
const File = Type.String({ maxLength: 400 })

/** The requests of `npm unpublish` and `npm owner`: refused with a reason, for what is published stays as it is. */
export const unpublishRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app) => {
  const refuse = async (): Promise<never> => {
    throw errors.UNPUBLISH_REFUSED()
  }
  for (const form of PACKAGE_FORMS) {
    const ofPackage = closed('Always refused: packages are not removed', { params: form.params({ rev: Revision }), response: { ...REFUSALS, default: REFUSALS['4xx'] } })
    app.delete(`${form.path}/-rev/:rev`, { schema: ofPackage }, refuse)
    app.put(`${form.path}/-rev/:rev`, { schema: ofPackage }, refuse)
    const ofTarball = closed('Always refused: tarballs are not removed', {
      params: form.params({ file: File, rev: Revision }),
      response: { ...REFUSALS, default: REFUSALS['4xx'] },
    })
    app.delete(`${form.path}/-/:file/-rev/:rev`, { schema: ofTarball }, refuse)
  }
}
