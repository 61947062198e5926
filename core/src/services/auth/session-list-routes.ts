import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page, Strict, Type, Uuid } from '@innoerp/sdk/contract'
import { auditFrom, scopeOf, serviceContext } from '../../platform/http/service-context.js'
import { pageOf, ShortListQuery, type ShortList } from '../../platform/http/short-list.js'
import type { Platform } from '../../platform/platform.js'
import { authErrors } from './errors.js'
import type { RefreshTokens } from './refresh-tokens.js'
import { OpenSession } from './schemas.js'
import type { SessionRepository, SessionRow } from './session-repository.js'

const tags = ['auth']
const config = { access: 'signed-in' } as const
const list: ShortList<SessionRow> = {
  text: ({ ip, user_agent }) => `${ip ?? ''} ${user_agent ?? ''}`,
  sort: { created_at: ({ created_at }) => new Date(created_at).toISOString(), last_used_at: ({ last_used_at }) => new Date(last_used_at).toISOString() },
}

export interface SessionListDeps {
  platform: Platform
  sessions: SessionRepository
  refreshTokens: RefreshTokens
}

/** Where the caller is signed in, and the end of it. */
export const sessionListRoutes =
  ({ platform, sessions, refreshTokens }: SessionListDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/api/v1/auth/sessions', { config, schema: { tags, summary: 'Where the caller is signed in', querystring: ShortListQuery(Object.keys(list.sort)), response: { 200: Page(OpenSession) } } }, async (request) => {
      const ctx = serviceContext(request)
      const page = pageOf(await sessions.alive(scopeOf(ctx), ctx.caller.id), request.query, list)
      return { ...page, items: page.items.map((session) => ({ ...session, is_current: session.id === ctx.caller.session_id })) }
    })
    app.delete('/api/v1/auth/sessions/:id', { config, schema: { tags, summary: 'End a session', params: Strict({ id: Uuid }), response: { 204: Type.Null() } } }, async (request, reply) => {
      const ctx = serviceContext(request)
      const { id } = request.params
      await platform.database.core.transaction(scopeOf(ctx), async (tx) => {
        if (!(await refreshTokens.endSession(tx, ctx.caller.id, id))) throw authErrors.SESSION_NOT_FOUND()
        await platform.audit.append(tx, { ...auditFrom(ctx), action: 'session.revoked', target: { type: 'session', id } })
      })
      await platform.bus.announce({ kind: 'user', id: ctx.caller.id })
      return reply.code(204).send(null)
    })
  }
