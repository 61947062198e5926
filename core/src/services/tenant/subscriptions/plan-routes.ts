import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page } from '@innoerp/sdk/contract'
import { serviceContext } from '../../../platform/http/service-context.js'
import { pageOf, ShortListQuery, type ShortList } from '../../../platform/http/short-list.js'
import { IdParams } from '../schemas.js'
import type { PlanService } from './plan-service.js'
import { NewPlan, Plan, PlanPatch } from './schemas.js'
import type { SubscriptionRepository } from './subscription-repository.js'

const tags = ['subscriptions']
const base = '/api/v1/subscriptions'
const config = { access: 'super-admin' } as const
const byName: ShortList<Plan> = { text: ({ name, description }) => `${name} ${description}`, sort: { name: ({ name }) => name } }

/** What can be subscribed to; for super admins. */
export const planRoutes =
  ({ rows, plans }: { rows: SubscriptionRepository; plans: PlanService }): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(`${base}/plans`, { config, schema: { tags, querystring: ShortListQuery(Object.keys(byName.sort)), response: { 200: Page(Plan) } } }, async (request) => {
      const all = await rows.plans()
      return pageOf(request.query.active_only ? all.filter((plan) => plan.is_active) : all, request.query, byName)
    })
    app.get(`${base}/plans/:id`, { config, schema: { tags, params: IdParams, response: { 200: Plan } } }, (request) => plans.get(request.params.id))
    app.post(`${base}/plans`, { config, schema: { tags, body: NewPlan, response: { 201: Plan } } }, async (request, reply) => reply.code(201).send(await plans.create(serviceContext(request), request.body)))
    app.patch(`${base}/plans/:id`, { config, schema: { tags, params: IdParams, body: PlanPatch, response: { 200: Plan } } }, (request) => plans.change(serviceContext(request), request.params.id, request.body))
  }
