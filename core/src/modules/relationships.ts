import type { UserContext } from '@innoerp/sdk/contract'
import { tenantOf, type ServiceContext } from '../platform/http/service-context.js'
import type { Tenant } from '../platform/http/site.js'
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

/** Nobody in particular: the host itself asks. */
const HOST: UserContext = { id: '00000000-0000-0000-0000-000000000000', email: '', user_type: 'admin' }

/**
 * What the modules of an organization count: each that offers the port `<module>.usage` answers with words and numbers, such as
 * `{projects: 12}`. One that fails is left out.
 */
export const countsOf =
  ({ host, platform }: { host: ModuleHost; platform: Platform }) =>
  async (tenant: Tenant): Promise<Record<string, number>> => {
    const asked = [...tenant.modules.keys()].map(async (moduleId): Promise<Record<string, number>> => {
      const unit = host.unitOf(tenant, moduleId)
      const port = unit?.ports[`${moduleId}.usage`]
      if (!unit || !port) return {}
      const told = await port(contextFor({ platform, tenant, unit, user: HOST, requestId: 'usage' }), {}).catch(() => ({}))
      return Object.fromEntries(Object.entries((told ?? {}) as Record<string, unknown>).filter((pair): pair is [string, number] => Number.isSafeInteger(pair[1])))
    })
    return Object.assign({}, ...(await Promise.all(asked))) as Record<string, number>
  }
