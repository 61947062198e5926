import type { FastifyRequest } from 'fastify'
import type { CoreScope } from '../database/core-db.js'
import type { AuditEntry } from '../audit/index.js'
import { requestErrors } from '../errors/core-errors.js'
import type { Caller } from './caller.js'
import type { Site, Tenant } from './site.js'

/** What a service's function takes first when anybody may ask: made from the request's Host, address and id alone. */
export interface PublicContext {
  readonly site: Site | undefined
  /** The address that asks. */
  readonly address: string
  readonly requestId: string
  readonly userAgent: string | undefined
}

/** The same for a signed-in person. */
export interface ServiceContext extends PublicContext {
  readonly caller: Caller
}

export const publicContext = ({ site, ip, id, headers }: FastifyRequest): PublicContext => ({ site, address: ip, requestId: id, userAgent: headers['user-agent'] })
export const serviceContext = (request: FastifyRequest): ServiceContext => ({ ...publicContext(request), caller: request.caller })

/**
 * The organization whose host was asked.
 * @throws REQUEST_TENANT_NOT_FOUND (404) on any other host
 */
export function tenantOf({ site }: PublicContext): Tenant {
  if (site?.kind !== 'tenant') throw requestErrors.TENANT_NOT_FOUND()
  return site.tenant
}

/** What the caller's statements run as: the organization of the host, or the platform for a super admin. */
export const scopeOf = (ctx: ServiceContext): CoreScope =>
  ctx.caller.is_superuser ? 'platform' : { organizationId: tenantOf(ctx).organization.id, userId: ctx.caller.id }

/** Who acts and from where, for the audit trail: in the organization of the host, unless the entry says another. */
export const auditFrom = (ctx: PublicContext & { caller?: Caller }): Pick<AuditEntry, 'organizationId' | 'actor' | 'request'> => ({
  organizationId: ctx.site?.kind === 'tenant' ? ctx.site.tenant.organization.id : undefined,
  actor: ctx.caller && { id: ctx.caller.id, email: ctx.caller.email },
  request: ctx,
})
