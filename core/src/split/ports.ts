import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { OneOf, Strict, Type, type UserContext } from '@innoerp/sdk/contract'
import { contextFor } from '../modules/context-for.js'
import type { ModuleContext } from '../modules/module-context.js'
import { moduleErrors } from '../modules/module-errors.js'
import type { ModuleHost } from '../modules/module-host.js'
import { fromWire, toWire, type WireError } from '../modules/process/wire-error.js'
import type { TenantDirectory } from '../platform/http/tenant-directory.js'
import type { Platform } from '../platform/platform.js'
import { serviceErrors } from './errors.js'
import { PATIENCE } from './headers.js'
import { onlyServices } from './internal.js'
import type { ServiceTokens } from './service-tokens.js'
import type { Upstream } from './upstream.js'

const PATH = '/_internal/ports'
/** How long a call between modules waits for the other one. */
const PATIENCE_MS = 10_000
const MAX_BODY = 1_048_576

const Call = Strict({
  port: Type.String({ pattern: '^[a-z][a-z0-9-]*\\.[a-zA-Z0-9_.-]+$', maxLength: 200 }),
  organization_id: Type.String({ format: 'uuid' }),
  user: Strict({ id: Type.String({ format: 'uuid' }), email: Type.String({ maxLength: 254 }), user_type: OneOf(['admin', 'manager', 'employee', 'client', 'supplier']) }),
  request_id: Type.String({ maxLength: 100 }),
  input: Type.Optional(Type.Unknown()),
})
type Answer = { output?: unknown } | { error: WireError }

/** Calls a port of a module that runs elsewhere; what it throws there is thrown here. */
export async function askPort(upstream: Upstream, { port, ctx, input }: { port: string; ctx: ModuleContext; input: unknown }): Promise<unknown> {
  const { service } = upstream
  const instance = upstream.pick()
  if (!instance) throw serviceErrors.UNAVAILABLE({ values: { service }, retryAfter: 1 })
  const { id, email, user_type } = ctx.user
  const body = JSON.stringify({ port, organization_id: ctx.organization.id, user: { id, email, user_type }, request_id: ctx.requestId, input })
  const headers = { 'content-type': 'application/json', [PATIENCE]: String(PATIENCE_MS), ...(await upstream.credentials()) }
  const { statusCode, body: answer } = await instance.pool.request({ method: 'POST', path: PATH, headers, body, headersTimeout: PATIENCE_MS, signal: ctx.signal }).catch((error: NodeJS.ErrnoException) => {
    instance.breaker.fail({ isUnreached: error.code === 'ECONNREFUSED' })
    throw serviceErrors.UNAVAILABLE({ values: { service }, retryAfter: 1 })
  })
  const said = (await answer.json()) as Answer
  if (statusCode !== 200) throw serviceErrors.BROKEN({ values: { service } })
  if ('error' in said) throw fromWire(said.error)
  return said.output
}

/** Where other services call the ports of the modules that run here. */
export const portRoutes =
  ({ platform, tenants, host, tokens }: { platform: Platform; tenants: TenantDirectory; host: ModuleHost; tokens: ServiceTokens }): FastifyPluginAsyncTypebox =>
  async (app) => {
    onlyServices(app, { tokens, service: 'modules' })
    app.post(PATH, { schema: { hide: true, body: Call }, config: { access: 'public' }, bodyLimit: MAX_BODY }, async (request, reply): Promise<Answer> => {
      const { port, organization_id, user, request_id: requestId, input } = request.body
      const [moduleId = ''] = port.split('.')
      const tenant = tenants.byId(organization_id)
      const unit = tenant && host.unitOf(tenant, moduleId)
      const handler = unit?.ports[port]
      if (!tenant || !unit || !handler) return { error: toWire(moduleErrors.PORT_NOT_FOUND({ values: { port } })) }
      const onGone = (abort: () => void) => {
        reply.raw.once('close', () => reply.raw.writableEnded || abort())
        setTimeout(abort, Number(request.headers[PATIENCE] ?? PATIENCE_MS)).unref()
      }
      const ctx = contextFor({ platform, tenant, unit, user: user as UserContext, requestId, onGone })
      return handler(ctx, input).then((output) => ({ output }), (error: unknown) => ({ error: toWire(error) }))
    })
  }
