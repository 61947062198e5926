import type { UserContext } from '@innoerp/sdk/contract'
import type { Tenant } from '../platform/http/site.js'
import type { Platform } from '../platform/platform.js'
import { ModuleContext } from './module-context.js'
import { permissionsOf } from './permissions.js'
import { effectiveSettings } from './settings/settings.js'
import type { Unit } from './unit.js'

export interface ContextFor {
  platform: Platform
  tenant: Tenant
  unit: Unit
  user: UserContext
  requestId: string
  /** Is given what aborts the work. */
  onGone?: (abort: () => void) => void
}

/** A context for work that no request of this module started: an event's consumer, a call from another module. */
export function contextFor({ platform, tenant, unit, user, requestId, onGone }: ContextFor): ModuleContext {
  const assignment = tenant.modules.get(unit.moduleId)
  const base = {
    organization: tenant.organization,
    user,
    permissions: permissionsOf(unit.files.package.innoerp, user.user_type),
    config: assignment?.config ?? {},
    settings: effectiveSettings(unit.files.package.innoerp, assignment?.settings ?? {}),
    flags: platform.flags.of(tenant.organization.id),
    db: unit.db,
    log: platform.logs.logger(`${unit.moduleId}-module`, 'consumers'),
  }
  return new ModuleContext(base, { requestId, ...(onGone && { onGone }) })
}
