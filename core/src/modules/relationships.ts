import { tenantOf, type ServiceContext } from '../platform/http/service-context.js'
import type { Platform } from '../platform/platform.js'
import { contextFor } from './context-for.js'
import type { ModuleHost } from './module-host.js'

/** The document's word for a module's records, where it has one (facts §1, relationships). */
const KIND: Record<string, string> = { projects: 'project' }

/**
 * What connects a person with the records of the organization's modules: each that offers the port `<module>.relationships` is asked
 * with `{user_id}`. One that fails or has nothing to say is left out; the others are told.
 */
export const relationshipsOf =
  ({ host, platform }: { host: ModuleHost; platform: Platform }) =>
  async (ctx: ServiceContext, userId: string): Promise<Record<string, unknown[]>> => {
    const tenant = tenantOf(ctx)
    const asked = [...tenant.modules.values()].map(async ({ module_id, is_enabled }): Promise<[string, unknown[]] | undefined> => {
      const unit = is_enabled ? host.unitOf(tenant, module_id) : undefined
      const port = unit?.ports[`${module_id}.relationships`]
      if (!unit || !port) return undefined
      const { id, email, user_type } = ctx.caller
      const told = await port(contextFor({ platform, tenant, unit, user: { id, email, user_type }, requestId: ctx.requestId }), { user_id: userId }).catch(() => undefined)
      return Array.isArray(told) ? [KIND[module_id] ?? module_id, told] : undefined
    })
    return Object.fromEntries((await Promise.all(asked)).flatMap((pair) => (pair ? [pair] : [])))
  }
