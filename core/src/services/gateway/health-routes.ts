import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@innoerp/sdk/contract'
import type { EngineHealth } from '../../platform/engine-health.js'
import { requestErrors } from '../../platform/errors/core-errors.js'

const Health = Type.Object({
  status: Type.String(),
  service: Type.String(),
  services: Type.Optional(Type.Array(Type.Object({ service: Type.String(), status: Type.String() }))),
  degraded: Type.Optional(Type.Array(Type.Object({ setting: Type.String(), message: Type.String() }), { description: 'Engines that are away, by the setting that names them' })),
})
export interface HealthDeps {
  isReady(): boolean
  isDatabaseUp(): Promise<boolean>
  engines: EngineHealth
  /** What this process calls itself. */
  service: string
  /** Of the gateway: how the services behind it are, given how it is itself. */
  states?(own: string): { service: string; status: string }[]
}

/** `/health*` answer any Host: `live` while the process works, `ready` while it can serve; `degraded` where it serves without an engine. */
export const healthRoutes = ({ isReady, isDatabaseUp, engines, service, states }: HealthDeps): FastifyPluginAsyncTypebox => async (app) => {
  const schema = { tags: ['health'], security: [], response: { 200: Health } }
  const config = { access: 'public' } as const
  const assertReady = async () => {
    if (!isReady()) throw requestErrors.STARTING({ retryAfter: 1 })
    if (!(await isDatabaseUp())) throw requestErrors.DATABASE_DOWN({ retryAfter: 1 })
  }
  app.get('/health', { schema, config }, async () => {
    const isUp = await isDatabaseUp()
    const own = isUp && isReady() ? 'healthy' : 'unhealthy'
    const degraded = engines.degradations()
    const status = own === 'healthy' && degraded.length > 0 ? 'degraded' : own
    return { status, service, ...(states && { services: states(own) }), ...(degraded.length > 0 && { degraded: [...degraded] }) }
  })
  app.get('/health/live', { schema, config }, async () => ({ status: 'healthy', service }))
  app.get('/health/ready', { schema, config }, async () => {
    await assertReady()
    return { status: 'healthy', service }
  })
}
