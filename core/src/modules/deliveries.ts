import { bind } from '@innoerp/sdk/server'
import { PLATFORM_ORGANIZATION, type UserContext } from '@innoerp/sdk/contract'
import type { OutboxEvent } from '../platform/events/outbox.js'
import type { Delivery } from '../platform/events/transport.js'
import type { TenantDirectory } from '../platform/http/tenant-directory.js'
import type { Platform } from '../platform/platform.js'
import { contextFor } from './context-for.js'
import type { ModuleHost } from './module-host.js'
import { RECORD_EFFECT } from './record-effect.js'

const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * The consumers of an event: those of the module versions that its organization runs now. The consumer's record in the inbox and
 * its effect are one transaction, so an event that comes twice has one effect.
 */
export const deliveriesFor =
  ({ platform, tenants, modules }: { platform: Platform; tenants: TenantDirectory; modules: () => ModuleHost }) =>
  async (event: OutboxEvent): Promise<Delivery[]> => {
    // Another instance may have signed it up a moment ago.
    if (!tenants.byId(event.organization_id) && event.organization_id !== PLATFORM_ORGANIZATION) await tenants.reload(event.organization_id)
    const tenant = tenants.byId(event.organization_id)
    if (!tenant) return []
    return [...tenant.modules].flatMap(([moduleId, { assigned_at }]) => {
      const unit = modules().unitOf(tenant, moduleId)
      const consumer = unit?.consumers[event.topic]
      if (!unit || !consumer) return []
      const user: UserContext = { id: event.user_id ?? NOBODY, email: '', user_type: 'admin' }
      const run = async (): Promise<void> => {
        const ctx = contextFor({ platform, tenant, unit, user, requestId: event.event_id })
        if (unit.deliver) return unit.deliver(ctx, event)
        await ctx.transaction(async (tx) => {
          const [fresh] = await ctx.base.db.run(tx, bind(RECORD_EFFECT, [moduleId, event.event_id]))
          if (fresh) await consumer(tx, event.data)
        })
      }
      return [{ consumer: moduleId, since: assigned_at, run: () => unit.during(run) }]
    })
  }
