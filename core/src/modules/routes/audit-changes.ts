import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { auditFrom, serviceContext } from '../../platform/http/service-context.js'
import type { Platform } from '../../platform/platform.js'

/** POST on a path that ends so is that verb; on any other it makes something. */
const VERBS = new Set(['install', 'activate', 'deactivate', 'release', 'restore', 'purge', 'export', 'advance', 'pause', 'rollback'])
const ASKS_ONLY = 'preflight'
const OUTCOMES: Record<string, string> = { POST: 'created', PUT: 'changed', PATCH: 'changed', DELETE: 'deleted' }

/** `POST …/module-registry/:module_id/versions/:version/activate` → `module-registry.versions.activate`; undefined for what changes nothing. */
export function actionOf(method: string, url: string): string | undefined {
  const words = url.split('/').filter((part) => part !== '' && !part.startsWith(':')).slice(2)
  const last = words.at(-1) ?? ''
  if (!(method in OUTCOMES) || last === ASKS_ONLY) return undefined
  return method === 'POST' && VERBS.has(last) ? words.join('.') : [...words, OUTCOMES[method]].join('.')
}

/**
 * Every change of modules goes into the audit trail before its answer leaves, whichever route it comes by. Most of them only begin an
 * operation, which has a record of its own; the entry says who began it and from where.
 */
export function auditChanges(app: FastifyInstance, { audit, logs }: Pick<Platform, 'audit' | 'logs'>): void {
  const log = logs.logger('modules', 'lifecycle')
  app.addHook('onRoute', (route) => {
    const action = typeof route.method === 'string' ? actionOf(route.method, route.url) : undefined
    if (action === undefined) return
    const write = async (request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> => {
      if (reply.statusCode >= 400 || reply.hasHeader('idempotency-replayed')) return payload
      const params = request.params as Record<string, string>
      const from = auditFrom(serviceContext(request))
      const id = params.module_id ?? params.id
      const entry = { ...from, organizationId: params.org ?? from.organizationId, action, ...(id !== undefined && { target: { type: params.module_id === undefined ? (action.split('.')[0] ?? '') : 'module', id } }), data: { ...params, ...told(request.body, action) } }
      await audit.append('platform', entry).catch((error: unknown) => log.error({ err: error, action }, 'A change of modules could not be audited'))
      return payload
    }
    route.onSend = [write, ...[route.onSend ?? []].flat()]
  })
}

/** What was asked for; of settings the names alone, because their values may be secrets. */
function told(body: unknown, action: string): Record<string, unknown> {
  if (typeof body !== 'object' || body === null) return {}
  return action.endsWith('settings.changed') ? { fields: Object.keys(body) } : { asked: body }
}
