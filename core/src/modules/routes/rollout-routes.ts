import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page, type Static } from '@innoerp/sdk/contract'
import { pageOf, ShortListQuery, type ShortList } from '../../platform/http/short-list.js'
import type { ShownRollout } from '../rollouts/rollout-service.js'
import { superAdmin, type ModuleRoutesDeps } from './deps.js'
import { IdParams, ModuleParams, Rollout, RolloutBody } from './schemas.js'

type Answer = Static<typeof Rollout>

const tags = ['rollouts']
const VERBS = ['advance', 'pause', 'rollback'] as const
const list: ShortList<Answer> = { text: ({ version, state }) => `${version} ${state}`, sort: { created_at: ({ created_at }) => new Date(created_at).toISOString(), version: ({ version }) => version } }

/** New versions in waves. */
export const rolloutRoutes =
  ({ modules: { rollouts } }: ModuleRoutesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/api/v1/module-registry/:module_id/rollouts', { schema: { tags, params: ModuleParams, querystring: ShortListQuery(Object.keys(list.sort)), response: { 200: Page(Rollout) } }, config: superAdmin }, async (request) =>
      pageOf((await rollouts.ofModule(request.params.module_id)).map(shown), request.query, list),
    )
    app.post('/api/v1/module-registry/:module_id/rollouts', { schema: { tags, params: ModuleParams, body: RolloutBody, response: { 201: Rollout } }, config: superAdmin }, async (request, reply) =>
      reply.code(201).send(shown(await rollouts.create(request.params.module_id, request.body, request.caller))),
    )
    app.get('/api/v1/rollouts/:id', { schema: { tags, params: IdParams, response: { 200: Rollout } }, config: superAdmin }, async (request) => shown(await rollouts.find(request.params.id)))
    for (const verb of VERBS) {
      app.post(`/api/v1/rollouts/:id/${verb}`, { schema: { tags, params: IdParams, response: { 200: Rollout } }, config: superAdmin }, async (request) => shown(await rollouts.drive(request.params.id, verb, request.caller)))
    }
  }

function shown({ row, moves }: ShownRollout): Answer {
  const { waves, ...rest } = row
  return { ...rest, waves: waves.map((plan, wave) => waveOf({ plan, wave, row, moves })) }
}

function waveOf({ plan, wave, row, moves }: { plan: ShownRollout['row']['waves'][number]; wave: number } & ShownRollout): Answer['waves'][number] {
  const own = moves.filter((move) => move.wave === wave)
  const requests = own.reduce((sum, move) => sum + move.requests, 0)
  const errors = own.reduce((sum, move) => sum + move.errors, 0)
  const isCurrent = wave === row.current_wave && (row.state === 'running' || row.state === 'paused')
  return {
    organizations: own.map((move) => move.organization_id),
    percent: 'percent' in plan ? plan.percent : null,
    state: wave > row.current_wave ? 'waiting' : isCurrent ? 'running' : 'done',
    requests,
    errors,
    error_rate: requests === 0 ? 0 : errors / requests,
    started_at: own[0]?.moved_at ?? null,
  }
}
