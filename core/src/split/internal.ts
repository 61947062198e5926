import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import type { ServiceName } from '../config/services-settings.js'
import type { ServiceFigures, ServiceMeter } from '../services/monitoring/service-meter.js'
import { serviceErrors } from './errors.js'
import { SERVICE_TOKEN } from './headers.js'
import type { Instance } from './instance.js'
import type { ServiceTokens } from './service-tokens.js'
import type { Upstream } from './upstream.js'

const FIGURES = '/_internal/figures'
const PATIENCE_MS = 2_000

/** Routes that only our own services may call, wherever they are mounted. */
export function onlyServices(app: FastifyInstance, { tokens, service }: { tokens: ServiceTokens; service: ServiceName }): void {
  app.addHook('onRequest', async ({ headers }) => {
    const token = headers[SERVICE_TOKEN]
    if (typeof token !== 'string' || !(await tokens.verify(token, [service]))) throw serviceErrors.UNTRUSTED()
  })
}

/** Where a gateway tells what it has seen services answer. */
export const figureRoutes =
  ({ meter, tokens }: { meter: ServiceMeter; tokens: ServiceTokens }): FastifyPluginAsync =>
  async (app) => {
    onlyServices(app, { tokens, service: 'gateway' })
    app.get(FIGURES, { schema: { hide: true }, config: { access: 'public' } }, () => meter.figures())
  }

/** What all gateways together have seen. */
export function figuresElsewhere(gateway: Upstream): Pick<ServiceMeter, 'figures'> {
  const ask = async (instance: Instance): Promise<ServiceFigures[]> => {
    const { body } = await instance.pool.request({ method: 'GET', path: FIGURES, headers: await gateway.credentials(), headersTimeout: PATIENCE_MS })
    return (await body.json()) as ServiceFigures[]
  }
  return {
    figures: async () => {
      const told = await Promise.all(gateway.instances.all().map((instance) => ask(instance).catch(() => [])))
      return told.flat().reduce<ServiceFigures[]>(add, [])
    },
  }
}

function add(sums: ServiceFigures[], one: ServiceFigures): ServiceFigures[] {
  const sum = sums.find(({ service }) => service === one.service)
  if (!sum) return [...sums, one]
  sum.requests += one.requests
  sum.errors += one.errors
  sum.sumMs += one.sumMs
  sum.latency = sum.latency.map((count, at) => count + (one.latency[at] ?? 0))
  return sums
}
