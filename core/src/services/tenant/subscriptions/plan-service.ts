import { violates } from '../../../platform/errors/violates.js'
import { auditFrom, type ServiceContext } from '../../../platform/http/service-context.js'
import type { Platform } from '../../../platform/platform.js'
import { tenantErrors } from '../errors.js'
import type { NewPlan, Plan, PlanPatch } from './schemas.js'
import type { SubscriptionRepository } from './subscription-repository.js'

/** What can be subscribed to. */
export interface PlanService {
  /** @throws TENANT_PLAN_NOT_FOUND (404) */
  get(id: string): Promise<Plan>
  /** @throws TENANT_PLAN_TAKEN (409) */
  create(ctx: ServiceContext, plan: NewPlan): Promise<Plan>
  change(ctx: ServiceContext, id: string, patch: PlanPatch): Promise<Plan>
}

/** Ten months a year, where a plan names no yearly price (DECISIONS 24). */
const YEARLY_MONTHS = 10
const yearlyOf = (monthly: string): string => (Math.round(Number(monthly) * 100 * YEARLY_MONTHS) / 100).toFixed(2)
const named = (error: unknown): unknown => (violates(error, 'subscription_plans_name_key') ? tenantErrors.PLAN_TAKEN({ details: [{ field: 'name', message: 'Taken.' }] }) : error)

export function createPlanService({ database: { core }, audit, bus }: Platform, rows: SubscriptionRepository): PlanService {
  return {
    get: async (id) => {
      const plan = await rows.plan('platform', id)
      if (!plan) throw tenantErrors.PLAN_NOT_FOUND()
      return plan
    },
    create: (ctx, plan) =>
      core.transaction('platform', async (tx) => {
        const made = await rows.insertPlan(tx, { ...plan, price_yearly: plan.price_yearly ?? yearlyOf(plan.price_monthly) }).catch((error: unknown) => {
          throw named(error)
        })
        await audit.append(tx, { ...auditFrom(ctx), action: 'plan.created', target: { type: 'plan', id: made.id }, data: { ...plan } })
        return made
      }),
    change: async (ctx, id, patch) => {
      const changed = await core.transaction('platform', async (tx) => {
        const made = await rows.changePlan(tx, id, patch).catch((error: unknown) => {
          throw named(error)
        })
        if (!made) throw tenantErrors.PLAN_NOT_FOUND()
        await audit.append(tx, { ...auditFrom(ctx), action: 'plan.changed', target: { type: 'plan', id }, data: { ...patch } })
        return made
      })
      // Its limits are in memory with every organization that has it.
      await bus.announce({ kind: 'catalogue' })
      return changed
    },
  }
}
