import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { publicContext } from '../../platform/http/service-context.js'
import type { RefreshCookie } from './refresh-cookie.js'
import { LoginBody, MessageAnswer, RefreshBody, RegisterBody, TokenAnswer, TransportHeaders } from './schemas.js'
import { tokenAnswer, type AuthService, type Opened } from './service.js'

const tags = ['auth']
const open = { security: [], tags }
const config = { access: 'public' } as const

/** Log-in, registration, refresh and log-out. The refresh token travels in the cookie, or in bodies for clients that ask for it. */
export const sessionRoutes =
  ({ auth, cookie }: { auth: AuthService; cookie: RefreshCookie }): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.addHook('onRequest', async (request, reply) => {
      cookie.refuseForeign(request)
      void reply.header('cache-control', 'no-store')
    })
    const answer = (request: FastifyRequest, reply: FastifyReply, opened: Opened) => {
      if (request.headers['x-token-transport'] === 'body') return { ...tokenAnswer(opened), refresh_token: opened.refreshToken }
      cookie.write(reply, opened.refreshToken)
      return tokenAnswer(opened)
    }
    const given = (request: FastifyRequest & { body: { refresh_token?: string } | null }) => request.body?.refresh_token ?? cookie.read(request)

    app.post(
      '/api/v1/auth/login',
      { config, schema: { ...open, summary: 'Open a session', headers: TransportHeaders, body: LoginBody, response: { 200: TokenAnswer } } },
      async (request, reply) => answer(request, reply, await auth.login(publicContext(request), request.body)),
    )
    app.post(
      '/api/v1/auth/register',
      { config, schema: { ...open, summary: 'Make an account, by invitation or where the organization takes anybody', headers: TransportHeaders, body: RegisterBody, response: { 201: TokenAnswer } } },
      async (request, reply) => {
        const opened = await auth.register(publicContext(request), request.body)
        return reply.code(201).send(answer(request, reply, opened))
      },
    )
    app.post(
      '/api/v1/auth/refresh',
      { config, schema: { ...open, summary: 'Renew a session', headers: TransportHeaders, body: RefreshBody, response: { 200: TokenAnswer } } },
      async (request, reply) => answer(request, reply, await auth.refresh(publicContext(request), given(request))),
    )
    app.post('/api/v1/auth/logout', { config, schema: { ...open, summary: 'End a session', body: RefreshBody, response: { 200: MessageAnswer } } }, async (request, reply) => {
      await auth.logout(publicContext(request), given(request))
      cookie.clear(reply)
      return { message: 'You are signed out.' }
    })
  }
