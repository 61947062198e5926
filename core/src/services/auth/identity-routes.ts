import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { requestErrors } from '../../platform/errors/core-errors.js'
import { bearerOf } from '../../platform/http/access.js'
import { serviceContext } from '../../platform/http/service-context.js'
import type { SigningKeys } from './keys.js'
import { Claims, JwksAnswer, Me } from './schemas.js'
import type { AuthService } from './service.js'
import type { AccessTokens } from './tokens.js'

const tags = ['auth']
const KEYS_SECONDS = 300

/** Who the caller is, and the keys by which anybody can check a token. */
export const identityRoutes =
  ({ auth, tokens, keys }: { auth: AuthService; tokens: AccessTokens; keys: SigningKeys }): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/api/v1/auth/me',
      { config: { access: 'signed-in' }, schema: { tags, summary: 'The caller', response: { 200: Me } } },
      (request) => auth.me(serviceContext(request)),
    )

    app.get(
      '/api/v1/auth/verify',
      { config: { access: 'signed-in' }, schema: { tags, summary: 'The claims of the token', response: { 200: Claims } } },
      async (request) => {
        const claims = await tokens.verify(bearerOf(request.headers.authorization) ?? '')
        if (!claims) throw requestErrors.UNAUTHENTICATED()
        return claims
      },
    )

    app.get(
      '/.well-known/jwks.json',
      {
        config: { access: 'public' },
        schema: { security: [], tags, summary: 'Public keys of access tokens', response: { 200: JwksAnswer } },
      },
      async (_request, reply) => {
        void reply.header('cache-control', `public, max-age=${KEYS_SECONDS}`)
        return keys.jwks
      },
    )
  }
