import { auditFrom, type ServiceContext } from '../../platform/http/service-context.js'
import type { Platform } from '../../platform/platform.js'
import type { AssignmentRepository } from './assignment-repository.js'
import { assertAssignable } from './assignment-service.js'
import type { Catalogue } from './catalogue-port.js'
import { tenantErrors } from './errors.js'
import type { IndustryRepository } from './industry-repository.js'
import type { OrganizationRepository } from './organization-repository.js'
import type { SubscriptionRepository } from './subscriptions/subscription-repository.js'

export interface BulkAssignmentDeps {
  platform: Platform
  catalogue: Catalogue
  organizations: OrganizationRepository
  industries: IndustryRepository
  assignments: AssignmentRepository
  subscriptions: SubscriptionRepository
}
/** Several modules at once, all or none. */
export interface BulkAssignmentService {
  /** @throws TENANT_UNKNOWN_MODULE (404), TENANT_INACTIVE_MODULE (400), TENANT_UNKNOWN_INDUSTRY (422) */
  assign(ctx: ServiceContext, organizationId: string, input: { module_ids: readonly string[]; industry_code?: string | undefined }): Promise<void>
  /** Replaces what the organization has by the template's required modules, and those optional ones that its plan holds (DECISIONS 24). */
  applyIndustry(ctx: ServiceContext, organizationId: string, code: string): Promise<void>
}

export function createBulkAssignmentService(deps: BulkAssignmentDeps): BulkAssignmentService {
  const { platform, catalogue, organizations, industries, assignments, subscriptions } = deps
  const { database: { core }, events, audit, bus } = platform
  const templateOf = async (code: string) => {
    const [industry, template] = await Promise.all([industries.find(code), industries.template(code)])
    if (!industry) throw tenantErrors.UNKNOWN_INDUSTRY({ values: { code }, details: [{ field: 'industry_code', message: 'There is no such industry.' }] })
    return template
  }
  const assertOrganization = async (id: string): Promise<void> => {
    if (!(await organizations.find('platform', id))) throw tenantErrors.NOT_FOUND()
  }
  /** Assigns `wanted`; with `replaces`, takes everything else away. */
  const set = async (ctx: ServiceContext, organizationId: string, { wanted, topic, replaces }: { wanted: readonly { module_id: string; config: Record<string, unknown>; display_order: number }[]; topic: 'module.assigned' | 'module.template.applied'; replaces: boolean }): Promise<void> => {
    const moduleIds = wanted.map(({ module_id }) => module_id)
    await core.transaction('platform', async (tx) => {
      if (replaces) await core.run(tx, 'delete from tenant.organization_modules where organization_id = $1 and not (module_id = any($2::text[]))', [organizationId, moduleIds])
      for (const row of wanted) await assignments.insert(tx, { organization_id: organizationId, ...row })
      const data = { organization_id: organizationId, module_ids: moduleIds, by: ctx.caller.id }
      await events.publish(tx, { topic, organization_id: organizationId, user_id: ctx.caller.id, data })
      await audit.append(tx, { ...auditFrom(ctx), organizationId, action: topic, target: { type: 'organization', id: organizationId }, data: { module_ids: moduleIds } })
    })
    await bus.announce({ kind: 'organization', id: organizationId })
  }
  return {
    assign: async (ctx, organizationId, { module_ids, industry_code }) => {
      await assertOrganization(organizationId)
      for (const id of module_ids) assertAssignable(catalogue, id)
      const template = industry_code === undefined ? [] : await templateOf(industry_code)
      const of = (id: string) => template.find((row) => row.module_id === id)
      await set(ctx, organizationId, { wanted: module_ids.map((module_id) => ({ module_id, config: of(module_id)?.default_config ?? {}, display_order: of(module_id)?.display_order ?? 100 })), topic: 'module.assigned', replaces: false })
    },
    applyIndustry: async (ctx, organizationId, code) => {
      await assertOrganization(organizationId)
      const [template, subscription] = await Promise.all([templateOf(code), subscriptions.ofOrganization('platform', organizationId)])
      const isLive = subscription !== undefined && ['active', 'past_due'].includes(subscription.status)
      const holds = (id: string): boolean => isLive && (subscription.plan.features.includes('*') || subscription.plan.features.includes(id))
      const wanted = template
        .filter((row) => catalogue.get(row.module_id)?.is_active && (row.is_required || holds(row.module_id)))
        .map(({ module_id, default_config, display_order }) => ({ module_id, config: default_config, display_order }))
      await set(ctx, organizationId, { wanted, topic: 'module.template.applied', replaces: true })
    },
  }
}
