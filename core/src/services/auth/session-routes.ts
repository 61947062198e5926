import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { publicContext } from '../../platform/http/service-context.js'
import type { RefreshCookie } from './refresh-cookie.js'
import { EmptyBody, LoginBody, MessageAnswer, TokenAnswer } from './schemas.js'
import { tokenAnswer, type AuthService } from './service.js'

const tags = ['auth']
const open = { security: [], tags }

/** Log-in, refresh and log-out. */
export const sessionRoutes =
  ({ auth, cookie }: { auth: AuthService; cookie: RefreshCookie }): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.addHook('onRequest', async (request, reply) => {
      cookie.refuseForeign(request)
      void reply.header('cache-control', 'no-store')
    })

    app.post(
      '/api/v1/auth/login',
      { config: { access: 'public' }, schema: { ...open, summary: 'Open a session', body: LoginBody, response: { 200: TokenAnswer } } },
      async (request, reply) => {
        const opened = await auth.login(publicContext(request), request.body)
        cookie.write(reply, opened.refreshToken)
        return tokenAnswer(opened)
      },
    )

    app.post(
      '/api/v1/auth/refresh',
      {
        config: { access: 'public' },
        schema: { ...open, summary: 'Renew a session by its cookie', body: EmptyBody, response: { 200: TokenAnswer } },
      },
      async (request, reply) => {
        const opened = await auth.refresh(publicContext(request), cookie.read(request))
        cookie.write(reply, opened.refreshToken)
        return tokenAnswer(opened)
      },
    )

    app.post(
      '/api/v1/auth/logout',
      { config: { access: 'public' }, schema: { ...open, summary: 'End a session', body: EmptyBody, response: { 200: MessageAnswer } } },
      async (request, reply) => {
        await auth.logout(publicContext(request), cookie.read(request))
        cookie.clear(reply)
        return { message: 'You are signed out.' }
      },
    )
  }
