import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@innoerp/sdk/contract'
import type { FastifyRequest } from 'fastify'
import { timingSafeEqual, createHash } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { bearerOf } from '../../platform/http/access.js'
import type { Platform } from '../../platform/platform.js'
import { monitoringErrors } from './errors.js'
import { SERVICES, type HealthMonitor } from './health.js'
import { timesOf, type ServiceMeter } from './service-meter.js'

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

interface Metric {
  name: string
  help: string
  type: 'gauge' | 'counter'
  values: { labels?: Record<string, string>; value: number }[]
}

/** `/metrics` in Prometheus' text format, for this machine or with the token of INNOERP_METRICS_TOKEN (DECISIONS 9). */
export const prometheusRoutes =
  ({ platform, health, meter }: { platform: Platform; health: HealthMonitor; meter: Pick<ServiceMeter, 'figures'> }): FastifyPluginAsyncTypebox =>
  async (app) => {
    const delay = monitorEventLoopDelay({ resolution: 20 })
    delay.enable()
    app.addHook('onClose', async () => void delay.disable())
    app.get('/metrics', { config: { access: 'public' }, schema: { tags: ['monitoring'], security: [], response: { 200: { description: 'The metrics', content: { 'text/plain': { schema: Type.String() } } } } } }, async (request, reply) => {
      assertAllowed(request, platform.config.metricsToken)
      const states = await health.check()
      const memory = process.memoryUsage()
      const figures = await meter.figures()
      const labelled = (value: (one: (typeof figures)[number]) => number) => figures.map((one) => ({ labels: { service: one.service }, value: value(one) }))
      const metrics: Metric[] = [
        { name: 'innoerp_service_up', help: 'A check of now found the service healthy', type: 'gauge', values: SERVICES.map((service) => ({ labels: { service }, value: states.some((state) => state.service === service && state.status === 'healthy') ? 1 : 0 })) },
        { name: 'innoerp_requests_total', help: 'Requests that core answered', type: 'counter', values: labelled((one) => one.requests) },
        { name: 'innoerp_request_errors_total', help: 'Answers with a status of 500 and above', type: 'counter', values: labelled((one) => one.errors) },
        { name: 'innoerp_request_p99_milliseconds', help: 'Of a hundred requests 99 took no longer', type: 'gauge', values: labelled((one) => timesOf(one).p99_ms) },
        { name: 'process_resident_memory_bytes', help: 'Resident memory', type: 'gauge', values: [{ value: memory.rss }] },
        { name: 'nodejs_heap_size_used_bytes', help: 'Heap in use', type: 'gauge', values: [{ value: memory.heapUsed }] },
        { name: 'nodejs_eventloop_lag_p99_seconds', help: 'Delay of the event loop, 99th percentile', type: 'gauge', values: [{ value: delay.percentile(99) / 1e9 }] },
        { name: 'process_uptime_seconds', help: 'Since the start of the process', type: 'gauge', values: [{ value: process.uptime() }] },
      ]
      return reply.type('text/plain; version=0.0.4; charset=utf-8').send(metrics.map(textOf).join(''))
    })
  }

function assertAllowed(request: FastifyRequest, token: string | undefined): void {
  const given = bearerOf(request.headers.authorization)
  if (token !== undefined && given !== undefined && timingSafeEqual(digest(given), digest(token))) return
  if (LOOPBACK.test(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined) return
  throw monitoringErrors.METRICS_CLOSED()
}

function textOf({ name, help, type, values }: Metric): string {
  const lines = values.map(({ labels = {}, value }) => {
    const shown = Object.entries(labels).map(([label, text]) => `${label}="${text}"`).join(',')
    return `${name}${shown === '' ? '' : `{${shown}}`} ${value}`
  })
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('\n')}\n`
}
