import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@innoerp/sdk/contract'
import { serviceContext } from '../../platform/http/service-context.js'
import { takeUploads, UPLOAD_BODY, uploadOf } from '../../platform/http/upload.js'
import { Profile, ProfileBody } from './profile-schemas.js'
import type { ProfileService } from './profile-service.js'
import { UserParams } from './schemas.js'

const tags = ['users']
const config = { access: 'user' } as const
const MAX_BYTES = 5 * 1024 * 1024

/** Profiles and pictures of people. */
export const profileRoutes =
  ({ profiles }: { profiles: ProfileService }): FastifyPluginAsyncTypebox =>
  async (app) => {
    await takeUploads(app, MAX_BYTES)
    app.get('/api/v1/users/:id/profile', { config, schema: { tags, params: UserParams, response: { 200: Profile } } }, (request) => profiles.get(serviceContext(request), request.params.id))
    app.put('/api/v1/users/:id/profile', { config, schema: { tags, summary: 'Change the given fields', params: UserParams, body: ProfileBody, response: { 200: Profile } } }, (request) =>
      profiles.put(serviceContext(request), request.params.id, request.body),
    )
    app.post('/api/v1/users/:id/profile/image', { config, schema: { tags, summary: 'Set the picture: jpeg, png or webp of at most 5 MB', params: UserParams, ...UPLOAD_BODY, response: { 200: Profile } } }, async (request) =>
      profiles.setImage(serviceContext(request), request.params.id, await uploadOf(request)),
    )
    app.get('/api/v1/users/:id/profile/image', { config, schema: { tags, params: UserParams, produces: ['image/*'], response: { 200: Type.Any({ description: 'The picture' }) } } }, async (request, reply) => {
      const { type, content } = await profiles.image(serviceContext(request), request.params.id)
      return reply.type(type).header('cache-control', 'private, max-age=86400').header('content-security-policy', "default-src 'none'; sandbox").send(Buffer.from(content))
    })
  }
