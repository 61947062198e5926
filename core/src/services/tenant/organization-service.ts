import type { ListParams, PageOf, Static } from '@innoerp/sdk/contract'
import { platformErrors } from '@innoerp/sdk/server'
import type { Caller } from '../../platform/http/caller.js'
import { auditFrom, type ServiceContext } from '../../platform/http/service-context.js'
import { logged } from '../../platform/logging/logged.js'
import type { Platform } from '../../platform/platform.js'
import { assertConventions } from './conventions.js'
import { tenantErrors } from './errors.js'
import type { OrganizationChange, OrganizationRecord, OrganizationRepository } from './organization-repository.js'
import type { OrganizationRow } from './schemas.js'

type Row = Static<typeof OrganizationRow>
export interface OrganizationUpdate {
  id: string
  values: OrganizationChange
  ifMatch?: string | undefined
}
export interface OrganizationService {
  list(params: ListParams): Promise<PageOf<Row>>
  get(id: string): Promise<Row>
  /** The caller's own organization. */
  current(caller: Caller): Promise<OrganizationRecord>
  /** @throws PLATFORM_STALE_VERSION, TENANT_NOT_FOUND, TENANT_UNKNOWN_TIME_ZONE, TENANT_UNKNOWN_LOCALE */
  update(ctx: ServiceContext, update: OrganizationUpdate): Promise<OrganizationRecord>
}

export function createOrganizationService({ platform, organizations }: { platform: Platform; organizations: OrganizationRepository }): OrganizationService {
  const log = platform.logs.logger('tenant-service', 'organizations')
  const scopeOf = (caller: Caller) => (caller.organization_id === undefined ? ('platform' as const) : { organizationId: caller.organization_id, userId: caller.id })
  const update = async (ctx: ServiceContext, { id, values, ifMatch }: OrganizationUpdate): Promise<OrganizationRecord> => {
    const { caller } = ctx
    assertConventions(values)
    const row = await platform.database.core.transaction(scopeOf(caller), async (tx) => {
      const changed = await organizations.change(tx, id, { values, ifMatch })
      if (!changed) throw (await organizations.find(tx, id)) ? platformErrors.STALE_VERSION() : tenantErrors.NOT_FOUND()
      const { name, slug, subdomain, owner_email, industry_code, is_active } = changed
      const data = { organization_id: id, name, slug, subdomain, owner_email, industry_code, is_active }
      await platform.events.publish(tx, { topic: 'tenant.updated', organization_id: id, user_id: caller.id, data })
      await platform.audit.append(tx, { ...auditFrom(ctx), organizationId: id, action: 'tenant.updated', target: { type: 'organization', id }, data: { after: values } })
      return changed
    })
    await platform.bus.announce({ kind: 'organization', id, subdomain: row.subdomain })
    return row
  }
  return {
    list: organizations.list,
    get: async (id) => {
      const row = await organizations.findWithCounts(id)
      if (!row) throw tenantErrors.NOT_FOUND()
      return row
    },
    current: async (caller) => {
      const row = await organizations.find(scopeOf(caller), caller.organization_id ?? '')
      if (!row) throw tenantErrors.NOT_FOUND()
      return row
    },
    update: logged({ log, action: 'update_organization', fields: ({ caller }: ServiceContext, _update: OrganizationUpdate) => ({ username: caller.email, user_id: caller.id }) }, update),
  }
}
