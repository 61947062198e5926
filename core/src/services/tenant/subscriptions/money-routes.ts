import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page } from '@innoerp/sdk/contract'
import { readPage } from '../../../platform/database/paged.js'
import { auditFrom, serviceContext } from '../../../platform/http/service-context.js'
import type { Platform } from '../../../platform/platform.js'
import { tenantErrors } from '../errors.js'
import { IdParams } from '../schemas.js'
import { MoneyQuery, Order, Payment, PaymentPatch } from './schemas.js'

const tags = ['subscriptions']
const base = '/api/v1/subscriptions'
const config = { access: 'super-admin' } as const
const equals = (column: string) => (value: string) => `${column} = ${value}`

/** What a payment may become. */
const NEXT: Record<string, readonly string[]> = { pending: ['succeeded', 'failed'], failed: ['succeeded'], succeeded: ['refunded'], refunded: [] }
const ORDER = 'r.id, r.organization_id, o.name as organization_name, r.subscription_id, r.order_type, r.plan_id, r.plan_name, r.amount::text as amount, r.currency, r.status, r.created_at'
const PAYMENT = 'r.id, r.organization_id, o.name as organization_name, r.order_id, r.amount::text as amount, r.currency, r.status, r.provider, r.stripe_payment_intent_id, r.description, r.created_at'

/** What was ordered and what became of its payment; for super admins. */
export const moneyRoutes =
  (platform: Platform): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { core } = platform.database
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
  }
