import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Name, Nullable, Page, Strict, Timestamp, Type, Uuid } from '@innoerp/sdk/contract'
import type { CoreTransaction } from '../../platform/database/core-db.js'
import { violates } from '../../platform/errors/violates.js'
import { FLAG_COLUMNS, type FeatureFlag } from '../../platform/flags/index.js'
import { auditFrom, serviceContext, type ServiceContext } from '../../platform/http/service-context.js'
import { pageOf, ShortListQuery, type ShortList } from '../../platform/http/short-list.js'
import type { Platform } from '../../platform/platform.js'
import { monitoringErrors } from './errors.js'

const tags = ['feature-flags']
const config = { access: 'super-admin' } as const
const Key = Type.String({ pattern: '^[a-z][a-z0-9._-]{0,79}$' })
const parts = {
  description: Type.Optional(Type.String({ maxLength: 500 })),
  enabled: Type.Optional(Type.Boolean({ default: true })),
  percent: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 100 }))),
  organizations: Type.Optional(Type.Array(Uuid, { maxItems: 10_000, uniqueItems: true })),
}
const NewFlag = Strict({ key: Key, ...parts })
const FlagPatch = Strict({ ...parts, enabled: Type.Optional(Type.Boolean()) }, { minProperties: 1 })
const Flag = Type.Object({ key: Name(80), description: Type.String(), enabled: Type.Boolean(), percent: Nullable(Type.Integer()), organizations: Type.Array(Uuid), created_at: Timestamp, updated_at: Timestamp })
const Params = Strict({ key: Key })
const list: ShortList<FeatureFlag> = { text: ({ key, description }) => `${key} ${description}`, sort: { key: ({ key }) => key } }

const INSERT = `insert into platform.feature_flags (key, description, enabled, percent, organizations) values ($1, $2, $3, $4, $5) returning ${FLAG_COLUMNS}`
const UPDATE = `update platform.feature_flags set description = coalesce($2, description), enabled = coalesce($3, enabled), percent = case when $4 then $5 else percent end,
  organizations = coalesce($6, organizations), updated_at = now() where key = $1 returning ${FLAG_COLUMNS}`

/** What is tried with some organizations before all have it. */
export const flagRoutes =
  ({ database, bus, audit, flags }: Platform): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { core } = database
    /** The change and its entry are one; then every instance reads the flags anew. */
    const change = async <T extends object | undefined>(ctx: ServiceContext, { action, key }: { action: string; key: string }, work: (tx: CoreTransaction) => Promise<T>): Promise<T> => {
      const result = await core.transaction('platform', async (tx) => {
        const made = await work(tx)
        await audit.append(tx, { ...auditFrom(ctx), action, target: { type: 'feature_flag', id: key }, data: { ...made } })
        return made
      })
      await flags.load()
      await bus.announce({ kind: 'catalogue' })
      return result
    }
    app.get('/api/v1/feature-flags', { config, schema: { tags, querystring: ShortListQuery(Object.keys(list.sort)), response: { 200: Page(Flag) } } }, async (request) =>
      pageOf(await core.run<FeatureFlag>('platform', `select ${FLAG_COLUMNS} from platform.feature_flags order by key`), request.query, list),
    )
    app.post('/api/v1/feature-flags', { config, schema: { tags, body: NewFlag, response: { 201: Flag } } }, async (request, reply) => {
      const { key, description = '', enabled = true, percent = null, organizations = [] } = request.body
      const made = await change(serviceContext(request), { action: 'feature_flag.created', key }, async (tx) => {
        const [row] = await core.run<FeatureFlag>(tx, INSERT, [key, description, enabled, percent, organizations]).catch((error: unknown) => {
          throw violates(error, 'feature_flags_pkey') ? monitoringErrors.FLAG_TAKEN({ values: { key } }) : error
        })
        return row as FeatureFlag
      })
      return reply.code(201).send(made)
    })
    app.patch('/api/v1/feature-flags/:key', { config, schema: { tags, params: Params, body: FlagPatch, response: { 200: Flag } } }, (request) => {
      const { key } = request.params
      const { description, enabled, percent, organizations } = request.body
      return change(serviceContext(request), { action: 'feature_flag.changed', key }, async (tx) => {
        const [row] = await core.run<FeatureFlag>(tx, UPDATE, [key, description, enabled, percent !== undefined, percent, organizations])
        if (!row) throw monitoringErrors.FLAG_NOT_FOUND({ values: { key } })
        return row
      })
    })
    app.delete('/api/v1/feature-flags/:key', { config, schema: { tags, params: Params, response: { 204: Type.Null() } } }, async (request, reply) => {
      const { key } = request.params
      await change(serviceContext(request), { action: 'feature_flag.removed', key }, async (tx) => {
        const gone = await core.run(tx, 'delete from platform.feature_flags where key = $1 returning 1', [key])
        if (gone.length === 0) throw monitoringErrors.FLAG_NOT_FOUND({ values: { key } })
        return undefined
      })
      return reply.code(204).send(null)
    })
  }
