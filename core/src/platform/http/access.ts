import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Authenticator, Session } from '../../services/auth/authenticator.js'
import { requestErrors } from '../errors/core-errors.js'
import { judged, type RateLimiter } from '../limits/rate-limiter.js'
import { shareHeaders } from '../limits/share-headers.js'
import type { Access, Caller } from './caller.js'
import type { Site } from './site.js'

const MINUTE_MS = 60_000

export interface AccessDeps {
  authenticator: Pick<Authenticator, 'peek' | 'verify'>
  limits: RateLimiter
  /** Of one person at one endpoint; 0 switches limits of requests off altogether. */
  requestsAMinute: number
  /** Of one organization in all; 0 switches it off. */
  tenantRequestsAMinute: number
}
/** Whose request is counted, and where. */
export interface Counted {
  who: string
  /** Absent for super admins. */
  organization: string | undefined
  route: string
}

/** The bearer token of a request. */
export function bearerOf(authorization: string | undefined): string | undefined {
  return authorization !== undefined && authorization.length > 7 && authorization.slice(0, 7).toLowerCase() === 'bearer ' ? authorization.slice(7) : undefined
}

/**
 * Counts a request against the caller's share of this endpoint, and says in the answer what is left of it; and against what all of its
 * organization may ask for, so that no organization takes the place of others.
 * @throws REQUEST_THROTTLED (429) with `Retry-After`
 */
export function throttleEndpoint({ limits, requestsAMinute, tenantRequestsAMinute }: Omit<AccessDeps, 'authenticator'>, reply: FastifyReply, { who, organization, route }: Counted): void | Promise<void> {
  if (requestsAMinute === 0) return
  const count = (key: string, max: number, isShown: boolean): void | Promise<void> =>
    judged(limits.take(key, { max, windowMs: MINUTE_MS }), (share) => {
      if (isShown || share.isOver) void reply.headers(shareHeaders(max, share))
      if (share.isOver) throw requestErrors.THROTTLED({ values: { seconds: share.resetSeconds }, retryAfter: share.resetSeconds })
    })
  const own = count(`ratelimit:${who}:${route}`, requestsAMinute, true)
  const all = organization === undefined || tenantRequestsAMinute === 0 ? undefined : count(`ratelimit:${organization}`, tenantRequestsAMinute, false)
  return own === undefined ? all : Promise.all([own, all]).then(() => {})
}

interface Admission {
  /** Lets the session of the token pass, or throws. */
  admit(session: Session | undefined): void | Promise<void>
  done(error?: Error): void
}

/** Goes on at once where the token is known and nothing must be asked elsewhere: a promise would cost each request a turn. */
export function admitByToken({ peek, verify }: AccessDeps['authenticator'], token: string, { admit, done }: Admission): void {
  const known = peek(token)
  let waiting: void | Promise<void>
  try {
    waiting = known ? admit(known) : verify(token).then(admit)
  } catch (error) {
    return done(error as Error)
  }
  if (waiting === undefined) done()
  else waiting.then(() => done(), done)
}

/** Deny by default: a route of core without `config.access` does not load; all but public ones need a session of the host asked. */
export function guardRoutes(app: FastifyInstance, deps: AccessDeps): void {
  app.addHook('onRoute', (route) => {
    if (route.config?.access === undefined) throw new Error(`${String(route.method)} ${route.url} says nothing about access. Write config: { access: … }.`)
  })
  app.addHook('onRequest', (request, reply, done) => {
    const access = request.is404 ? 'public' : request.routeOptions.config.access
    if (access === undefined || access === 'public') return done()
    const token = bearerOf(request.headers.authorization)
    if (token === undefined) return done(requestErrors.UNAUTHENTICATED())
    admitByToken(deps.authenticator, token, {
      admit: (session) => {
        request.caller = admitted(request.site, { session, access })
        return throttleEndpoint(deps, reply, { who: request.caller.id, organization: request.caller.organization_id, route: `${request.method} ${request.routeOptions.url}` })
      },
      done,
    })
  })
}

/** Who may pass. A token of another host is no token here: nothing is told about where it would be one. */
function admitted(site: Site | undefined, { session, access }: { session: Session | undefined; access: Access }): Caller {
  const caller = session?.caller
  if (!caller || !site || !belongs(caller, site)) throw requestErrors.UNAUTHENTICATED()
  if (access === 'super-admin' && !caller.is_superuser) throw requestErrors.ROUTE_NOT_FOUND()
  if ((access === 'user' || access === 'admin') && caller.is_superuser) throw requestErrors.ROUTE_NOT_FOUND()
  if (access === 'admin' && caller.user_type !== 'admin') throw requestErrors.FORBIDDEN({ values: { permission: 'administration' } })
  return caller
}

function belongs(caller: Caller, site: Site): boolean {
  if (site.kind === 'tenant') return !caller.is_superuser && caller.organization_id === site.tenant.organization.id && site.tenant.is_active
  return site.kind === 'admin' && caller.is_superuser
}

