import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ServiceName } from '../config/services-settings.js'
import { exchangeOf } from '../platform/http/exchange.js'
import { attempt, type Sending } from './attempt.js'
import { bodyOf } from './body.js'
import { serviceErrors } from './errors.js'
import { PATIENCE, REQUEST_ID, requestHeaders, SERVICE_TOKEN, SITE } from './headers.js'
import type { Instance } from './instance.js'
import { createInstances, type Instances } from './instances.js'
import { RetryBudget } from './retry-budget.js'
import type { ServiceTokens } from './service-tokens.js'
import { traceparentOf } from './trace.js'

/** How long anybody waits for the head of an answer (facts §1). */
const PATIENCE_MS = 30_000
/** May be done twice (RFC 9110 §9.2.2). */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])
/** Nothing of the request came to the instance. */
const UNREACHED = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

/** A service that runs elsewhere. */
export interface Upstream {
  readonly service: ServiceName
  readonly instances: Pick<Instances, 'all'>
  /**
   * Passes a request on and its answer back. What is idempotent, and whatever did not reach an instance, is tried once more on the
   * next one.
   * @throws SERVICE_UNAVAILABLE (503), SERVICE_TIMEOUT (504), SERVICE_BROKEN (502), while nothing of an answer was sent
   */
  forward(req: IncomingMessage, res: ServerResponse): Promise<void>
  /** Headers for asking it on one's own account. */
  credentials(): Promise<Record<string, string>>
  /** An instance to ask; undefined where there is none. */
  pick(): Instance | undefined
  close(): Promise<void>
}
export interface UpstreamDeps {
  service: ServiceName
  urls: readonly string[]
  tokens: ServiceTokens
  /** What a Host header names, in the word of {@link SITE}. */
  siteOf(host: string | undefined): string
  isHttps: boolean
}

export function createUpstream({ service, urls, tokens, siteOf, isHttps }: UpstreamDeps): Upstream {
  const instances = createInstances(urls)
  const budget = new RetryBudget()
  const headersFor = async (req: IncomingMessage): Promise<string[]> => {
    const { host = '' } = req.headers
    const added = [
      'host', host,
      SERVICE_TOKEN, await tokens.issue(service),
      SITE, siteOf(host),
      PATIENCE, String(PATIENCE_MS),
      REQUEST_ID, exchangeOf(req).id,
      'traceparent', traceparentOf(req.headers.traceparent),
      'x-forwarded-for', req.socket.remoteAddress ?? '',
      'x-forwarded-host', host,
      'x-forwarded-proto', isHttps ? 'https' : 'http',
    ]
    return requestHeaders(req.headers, added)
  }
  const send = async (sending: Sending, req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const tried = new Set<Instance>()
    const isIdempotent = IDEMPOTENT.has(sending.method) || req.headers['idempotency-key'] !== undefined
    for (;;) {
      const instance = instances.pick(tried)
      if (!instance) throw serviceErrors.UNAVAILABLE({ values: { service }, retryAfter: 1 })
      tried.add(instance)
      const outcome = await attempt(instance, sending, res)
      if (outcome.kind === 'answered') return instance.breaker.succeed()
      if (outcome.kind === 'gone') return instance.breaker.release()
      const isUnreached = UNREACHED.has(outcome.error.code ?? '')
      instance.breaker.fail({ isUnreached })
      if (res.headersSent) return
      if (outcome.error.code === 'UND_ERR_HEADERS_TIMEOUT') throw serviceErrors.TIMEOUT({ values: { service } })
      const isRepeatable = (isUnreached || isIdempotent) && (sending.body === null || Buffer.isBuffer(sending.body))
      if (!isRepeatable || !budget.spend()) throw isUnreached ? serviceErrors.UNAVAILABLE({ values: { service }, retryAfter: 1 }) : serviceErrors.BROKEN({ values: { service } })
    }
  }
  return {
    service,
    instances,
    pick: () => instances.pick(new Set()),
    credentials: async () => ({ [SERVICE_TOKEN]: await tokens.issue(service) }),
    forward: async (req, res) => {
      budget.earn()
      const { method = 'GET', url: path = '/' } = req
      const [headers, body] = await Promise.all([headersFor(req), bodyOf(req)])
      await send({ method, path, headers, body, patience: PATIENCE_MS, isStream: req.headers.accept === 'text/event-stream' }, req, res)
    },
    close: () => instances.close(),
  }
}
