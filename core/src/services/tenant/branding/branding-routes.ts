import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Strict, Type, Uuid } from '@innoerp/sdk/contract'
import { requestErrors } from '../../../platform/errors/core-errors.js'
import { publicContext, serviceContext, tenantOf, type ServiceContext } from '../../../platform/http/service-context.js'
import { takeUploads, UPLOAD_BODY, uploadOf } from '../../../platform/http/upload.js'
import { IdParams } from '../schemas.js'
import type { BrandingService } from './branding-service.js'
import { UPLOADS } from './branding-service.js'
import { Branding, BrandingBody } from './schemas.js'

const tags = ['branding']
const response = { 200: Branding }
const member = { access: 'signed-in' } as const
const bases = ['/api/v1/organizations', '/api/v1/tenants']

/** Branding: everybody in the organization sees it, its administrators and super admins change it. Its pictures are public. */
export const brandingRoutes =
  ({ branding }: { branding: BrandingService }): FastifyPluginAsyncTypebox =>
  async (app) => {
    await takeUploads(app, UPLOADS.logo.maxBytes)
    for (const base of bases) {
      app.get(`${base}/:id/branding`, { config: member, schema: { tags, params: IdParams, response } }, (request) => branding.get(within(serviceContext(request), request.params.id)))
      app.put(`${base}/:id/branding`, { config: member, schema: { tags, summary: 'Change what is named', params: IdParams, body: BrandingBody, response } }, (request) => {
        const ctx = serviceContext(request)
        return branding.put(ctx, administered(ctx, request.params.id), request.body)
      })
      for (const kind of ['logo', 'favicon'] as const) {
        app.post(`${base}/:id/branding/upload-${kind}`, { config: member, schema: { tags, summary: `Set the ${kind}`, params: IdParams, ...UPLOAD_BODY, response } }, async (request) => {
          const ctx = serviceContext(request)
          const organizationId = administered(ctx, request.params.id)
          return branding.upload(ctx, organizationId, { kind, ...(await uploadOf(request)) })
        })
      }
    }
    app.get('/api/v1/organizations/branding/media/:file', { config: { access: 'public' }, schema: { tags, security: [], params: Strict({ file: Uuid }), response: { 200: Type.Any({ description: 'The picture' }) } } }, async (request, reply) => {
      const { type, content } = await branding.media(tenantOf(publicContext(request)).organization.id, request.params.file)
      return reply.type(type).headers({ 'cache-control': 'public, max-age=31536000, immutable', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" }).send(Buffer.from(content))
    })
  }

/** @throws REQUEST_ROUTE_NOT_FOUND for an organization that is not the caller's */
function within({ caller, site }: ServiceContext, organizationId: string): string {
  const isOwn = site?.kind === 'tenant' && site.tenant.organization.id === organizationId
  if (!isOwn && !caller.is_superuser) throw requestErrors.ROUTE_NOT_FOUND()
  return organizationId
}

function administered(ctx: ServiceContext, organizationId: string): string {
  within(ctx, organizationId)
  if (!ctx.caller.is_superuser && ctx.caller.user_type !== 'admin') throw requestErrors.FORBIDDEN({ values: { permission: 'administration' } })
  return organizationId
}
