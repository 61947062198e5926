import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page } from '@innoerp/sdk/contract'
import { readPage } from '../../../platform/database/paged.js'
import { serviceContext } from '../../../platform/http/service-context.js'
import type { Platform } from '../../../platform/platform.js'
import { IdParams } from '../schemas.js'
import { NewSubscription, OrganizationParams, Subscription, SubscriptionPatch, SubscriptionQuery } from './schemas.js'
import { SUBSCRIPTION_FROM, SUBSCRIPTION_SELECT } from './subscription-repository.js'
import type { SubscriptionService } from './subscription-service.js'

const tags = ['subscriptions']
const base = '/api/v1/subscriptions'
const config = { access: 'super-admin' } as const
const equals = (column: string) => (value: string) => `${column} = ${value}`

/** Who has which plan; for super admins. */
export const subscriptionRoutes =
  ({ platform, subscriptions }: { platform: Platform; subscriptions: SubscriptionService }): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { core } = platform.database
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
