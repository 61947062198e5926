import type { FastifyInstance } from 'fastify'
import { exchangeOf, type Exchange } from '../../platform/http/exchange.js'
import { bucketOf, noCounts, quantile } from '../../platform/metrics/histogram.js'

/** What core's services answered since the start, per service. */
export interface ServiceFigures {
  service: string
  requests: number
  errors: number
  sumMs: number
  latency: number[]
}
export interface ServiceMeter {
  /** Counts the requests of this instance. */
  attach(app: FastifyInstance): void
  figures(): Promise<ServiceFigures[]>
}

const PREFIXES: readonly [RegExp, string][] = [
  [/^\/api\/v1\/(auth|platform\/admins)\b/, 'auth-service'],
  [/^\/api\/v1\/(users|roles|permissions)\b/, 'user-service'],
  [/^\/api\/v1\/(organizations|tenants|subscriptions|modules|industries|module-registry|signup-requests|operations|rollouts|trusted-keys)\b/, 'tenant-service'],
  [/^\/api\/v1\/(monitor|monitoring|audit|jobs|feature-flags|platform)\b|^\/metrics/, 'monitoring-service'],
]
const serviceOf = (url: string): string => PREFIXES.find(([pattern]) => pattern.test(url))?.[1] ?? 'api-gateway'

export function createServiceMeter(): ServiceMeter {
  const services = new Map<string, ServiceFigures>()
  const count = ({ request, duration, res }: Exchange): void => {
    const service = serviceOf(request?.url ?? '')
    const figures = services.get(service) ?? { service, requests: 0, errors: 0, sumMs: 0, latency: noCounts() }
    services.set(service, figures)
    figures.requests += 1
    figures.sumMs += duration
    if (res.statusCode >= 500) figures.errors += 1
    const bucket = bucketOf(duration)
    figures.latency[bucket] = (figures.latency[bucket] ?? 0) + 1
  }
  return {
    attach: (app) =>
      void app.addHook('onRequest', (request, _reply, done) => {
        exchangeOf(request.raw).closed.push(count)
        done()
      }),
    figures: async () => [...services.values()],
  }
}

/** Its times in the wire's words. */
export const timesOf = ({ requests, sumMs, latency }: Pick<ServiceFigures, 'requests' | 'sumMs' | 'latency'>) => ({
  avg_ms: requests === 0 ? 0 : Math.round((sumMs / requests) * 100) / 100,
  p50_ms: quantile(latency, 0.5),
  p95_ms: quantile(latency, 0.95),
  p99_ms: quantile(latency, 0.99),
})
