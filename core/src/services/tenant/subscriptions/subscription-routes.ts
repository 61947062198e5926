import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page } from '@innoerp/sdk/contract'
import { auditFrom, serviceContext } from '../../../platform/http/service-context.js'
import { pageOf, ShortListQuery, type ShortList } from '../../../platform/http/short-list.js'
import type { Platform } from '../../../platform/platform.js'
import { readPage } from '../../../platform/database/paged.js'
import { tenantErrors } from '../errors.js'
import { IdParams } from '../schemas.js'
import { MoneyQuery, NewPlan, NewSubscription, Order, OrganizationParams, Payment, PaymentPatch, Plan, PlanPatch, Subscription, SubscriptionPatch, SubscriptionQuery } from './schemas.js'
import { SUBSCRIPTION_FROM, SUBSCRIPTION_SELECT, type SubscriptionRepository } from './subscription-repository.js'
import type { SubscriptionService } from './subscription-service.js'

const tags = ['subscriptions']
const base = '/api/v1/subscriptions'
const config = { access: 'super-admin' } as const
const byName: ShortList<Plan> = { text: ({ name, description }) => `${name} ${description}`, sort: { name: ({ name }) => name } }
const equals = (column: string) => (value: string) => `${column} = ${value}`

/** What a payment may become. */
const NEXT: Record<string, readonly string[]> = { pending: ['succeeded', 'failed'], failed: ['succeeded'], succeeded: ['refunded'], refunded: [] }
const ORDER = 'r.id, r.organization_id, o.name as organization_name, r.subscription_id, r.order_type, r.plan_id, r.plan_name, r.amount::text as amount, r.currency, r.status, r.created_at'
const PAYMENT = 'r.id, r.organization_id, o.name as organization_name, r.order_id, r.amount::text as amount, r.currency, r.status, r.provider, r.stripe_payment_intent_id, r.description, r.created_at'

export interface SubscriptionRoutesDeps {
  platform: Platform
  rows: SubscriptionRepository
  subscriptions: SubscriptionService
}

/** Plans, subscriptions, orders and payments; for super admins. */
export const subscriptionRoutes =
  ({ platform, rows, subscriptions }: SubscriptionRoutesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { core } = platform.database
    app.get(`${base}/plans`, { config, schema: { tags, querystring: ShortListQuery(Object.keys(byName.sort)), response: { 200: Page(Plan) } } }, async (request) => {
      const all = await rows.plans()
      return pageOf(request.query.active_only ? all.filter((plan) => plan.is_active) : all, request.query, byName)
    })
    app.get(`${base}/plans/:id`, { config, schema: { tags, params: IdParams, response: { 200: Plan } } }, async (request) => {
      const plan = await rows.plan('platform', request.params.id)
      if (!plan) throw tenantErrors.PLAN_NOT_FOUND()
      return plan
    })
    app.post(`${base}/plans`, { config, schema: { tags, body: NewPlan, response: { 201: Plan } } }, async (request, reply) => reply.code(201).send(await subscriptions.createPlan(serviceContext(request), request.body)))
    app.patch(`${base}/plans/:id`, { config, schema: { tags, params: IdParams, body: PlanPatch, response: { 200: Plan } } }, (request) => subscriptions.changePlan(serviceContext(request), request.params.id, request.body))

    for (const [path, table, select, schema] of [['orders', 'tenant.subscription_orders', ORDER, Order], ['payments', 'tenant.payments', PAYMENT, Payment]] as const) {
      app.get(`${base}/${path}`, { config, schema: { tags, querystring: MoneyQuery, response: { 200: Page(schema) } } }, (request) => {
        const { organization_id, status, search } = request.query
        const where = [
          { value: organization_id, sql: equals('r.organization_id') },
          { value: status, sql: equals('r.status') },
          { value: search || undefined, sql: (value: string) => `o.name ilike '%' || ${value} || '%'` },
        ]
        return readPage({ db: core, scope: 'platform' }, { select, from: `${table} r join tenant.organizations o on o.id = r.organization_id`, where, order: 'r.created_at desc, r.id desc' }, request.query)
      })
    }
    app.patch(`${base}/payments/:id`, { config, schema: { tags, summary: 'Note what became of a payment', params: IdParams, body: PaymentPatch, response: { 200: Payment } } }, (request) => {
      const { id } = request.params
      const { status } = request.body
      return core.transaction('platform', async (tx) => {
        const [before] = await core.run<{ status: string; organization_id: string }>(tx, 'select status, organization_id from tenant.payments where id = $1 for update', [id])
        if (!before) throw tenantErrors.PAYMENT_NOT_FOUND()
        if (!NEXT[before.status]?.includes(status)) throw tenantErrors.PAYMENT_STATE({ values: { from: before.status, to: status } })
        await core.run(tx, 'update tenant.payments set status = $2, updated_at = now() where id = $1', [id, status])
        await platform.audit.append(tx, { ...auditFrom(serviceContext(request)), organizationId: before.organization_id, action: 'payment.changed', target: { type: 'payment', id }, data: { from: before.status, to: status } })
        const [row] = await core.run(tx, `select ${PAYMENT} from tenant.payments r join tenant.organizations o on o.id = r.organization_id where r.id = $1`, [id])
        return row as never
      })
    })

    app.get(base, { config, schema: { tags, querystring: SubscriptionQuery, response: { 200: Page(Subscription) } } }, (request) => {
      const { organization_id, status, plan_id, search } = request.query
      const where = [
        { value: organization_id, sql: equals('s.organization_id') },
        { value: status, sql: equals('s.status') },
        { value: plan_id, sql: equals('s.plan_id') },
        { value: search || undefined, sql: (value: string) => `p.name ilike '%' || ${value} || '%'` },
      ]
      return readPage({ db: core, scope: 'platform' }, { select: SUBSCRIPTION_SELECT, from: SUBSCRIPTION_FROM, where, order: 's.created_at desc, s.id desc' }, request.query)
    })
    app.post(base, { config, schema: { tags, body: NewSubscription, response: { 201: Subscription } } }, async (request, reply) => reply.code(201).send(await subscriptions.create(serviceContext(request), request.body)))
    app.get(`${base}/organization/:org`, { config, schema: { tags, params: OrganizationParams, response: { 200: Subscription } } }, (request) => subscriptions.ofOrganization(request.params.org))
    app.get(`${base}/:id`, { config, schema: { tags, params: IdParams, response: { 200: Subscription } } }, (request) => subscriptions.get(request.params.id))
    app.patch(`${base}/:id`, { config, schema: { tags, params: IdParams, body: SubscriptionPatch, response: { 200: Subscription } } }, (request) => subscriptions.change(serviceContext(request), request.params.id, request.body))
  }
