import type { Context } from '@innoerp/sdk/contract'
import type { ModuleParts, TenantDb } from '@innoerp/sdk/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { admitByToken, bearerOf, throttleEndpoint, type AccessDeps } from '../platform/http/access.js'
import { allowOrigins } from '../platform/http/cors.js'
import { handleErrors } from '../platform/http/error-handling.js'
import { sendEtags } from '../platform/http/etag.js'
import { exchangeOf, type Target } from '../platform/http/exchange.js'
import { honourIdempotencyKeys, type IdempotencyDeps } from '../platform/http/idempotency.js'
import { parseJsonBodies } from '../platform/http/json-body.js'
import { describeRoutes } from '../platform/http/openapi.js'
import { logRequests } from '../platform/http/request-log.js'
import type { Assignment } from '../platform/http/site.js'
import type { LogFiles } from '../platform/logging/log-files.js'
import type { Flags } from '../platform/flags/index.js'
import { serializerCompiler, validatorCompiler } from '../platform/http/validation.js'
import { requestErrors } from '../platform/errors/core-errors.js'
import type { Session } from '../services/auth/authenticator.js'
import { ModuleContext, type ContextBase } from './module-context.js'
import type { ModuleFiles } from './module-files.js'
import { permissionsOf } from './permissions.js'
import { effectiveSettings } from './settings/settings.js'
import { checkRoutes } from './check-routes.js'
import { apiBaseOf } from '@innoerp/sdk/contract'
import { holdToQuota } from './usage/request-quota.js'

export interface RuntimeDeps extends AccessDeps {
  idempotency: IdempotencyDeps
  disabledModuleApi: 'reachable' | 'forbidden'
  corsOrigins: readonly string[]
  flags: Pick<Flags, 'of'>
  log: Logger
  logs: LogFiles
  /** Whether requests come from the gateway, which says for whom. */
  trustProxy?: boolean
}

/** Everything that every module version has in common: one request lifecycle. Then the module's routes below its API base. */
export async function mountModule(
  app: FastifyInstance,
  { files, parts, db, deps }: { files: ModuleFiles; parts: ModuleParts; db: TenantDb; deps: RuntimeDeps },
): Promise<void> {
  const { innoerp: manifest, version } = files.package
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('context', null as unknown as Context)
  await allowOrigins(app, deps.corsOrigins)
  parseJsonBodies(app)
  handleErrors(app, deps.log)
  logRequests(app, deps.logs.file(`${manifest.id}-module`, 'middleware'))
  await describeRoutes(app, { title: manifest.name, version })
  admitCallers(app, { files, db, deps })
  honourIdempotencyKeys(app, deps.idempotency)
  sendEtags(app)
  checkRoutes(app, manifest)
  await app.register(parts.routes, { prefix: apiBaseOf(manifest) })
}

/** Token, organization, assignment, permission, share: in memory when the token is known. */
function admitCallers(app: FastifyInstance, { files, db, deps }: { files: ModuleFiles; db: TenantDb; deps: RuntimeDeps }): void {
  const key = {} // contexts of this version are kept under it
  const admit = (request: FastifyRequest, reply: FastifyReply, session: Session | undefined): void | Promise<void> => {
    const { target } = exchangeOf(request.raw)
    if (!session || !target || session.caller.organization_id !== target.tenant.organization.id) throw requestErrors.UNAUTHENTICATED()
    if (!target.tenant.is_active) throw requestErrors.TENANT_INACTIVE()
    if (!target.assignment.is_enabled && deps.disabledModuleApi === 'forbidden') throw requestErrors.MODULE_DISABLED()
    const base = baseOf(session, { target, files, db, key, deps })
    const { permission } = request.routeOptions.config
    if (permission !== undefined && !base.permissions.has(permission)) throw requestErrors.FORBIDDEN({ values: { permission } })
    const quota = holdToQuota(deps.limits, reply, { organizationId: base.organization.id, assignment: target.assignment })
    const share = deps.requestsAMinute > 0 ? throttleEndpoint(deps, reply, { who: base.user.id, organization: base.organization.id, route: `${request.method} ${request.routeOptions.url}` }) : undefined
    request.context = new ModuleContext(base, { requestId: request.id, onGone: (abort) => void reply.raw.once('close', () => reply.raw.writableEnded || abort()) })
    if (quota !== undefined || share !== undefined) return Promise.all([quota, share]).then(() => {})
  }
  app.addHook('onRequest', (request, reply, done) => {
    const { public: isPublic } = request.routeOptions.config
    if (request.is404 || isPublic === true) return done()
    const token = bearerOf(request.headers.authorization)
    if (token === undefined) return done(requestErrors.UNAUTHENTICATED())
    admitByToken(deps.authenticator, token, { admit: (session) => admit(request, reply, session), done })
  })
}

interface KeptBase extends ContextBase {
  assignment: Assignment
}

function baseOf(session: Session, { target, files, db, key, deps }: { target: Target; files: ModuleFiles; db: TenantDb; key: object; deps: RuntimeDeps }): ContextBase {
  const kept = session.contexts.get(key) as KeptBase | undefined
  if (kept && kept.assignment === target.assignment) return kept
  const { id, email, user_type, permissions } = session.caller
  const made: KeptBase = {
    organization: target.tenant.organization,
    user: { id, email, user_type },
    permissions: permissionsOf(files.package.innoerp, user_type, permissions),
    config: target.assignment.config,
    settings: effectiveSettings(files.package.innoerp, target.assignment.settings),
    flags: deps.flags.of(target.tenant.organization.id),
    db,
    log: deps.log,
    assignment: target.assignment,
  }
  session.contexts.set(key, made)
  return made
}
