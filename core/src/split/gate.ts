import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DomainError } from '@innoerp/sdk/contract'
import type { ServiceName } from '../config/services-settings.js'
import { refuse } from '../platform/http/error-handling.js'
import { openExchange, type Exchange } from '../platform/http/exchange.js'
import type { TenantDirectory } from '../platform/http/tenant-directory.js'
import { serviceErrors } from './errors.js'
import { REQUEST_ID, SERVICE_TOKEN, SITE } from './headers.js'
import type { ServiceTokens } from './service-tokens.js'
import { wordOf } from './site.js'

export interface GateDeps {
  service: ServiceName
  tokens: ServiceTokens
  tenants: TenantDirectory
  /** What becomes of a request that may pass. */
  dispatch(exchange: Exchange, req: IncomingMessage): void
}

/** What a service says of itself to anybody; packages of the registry, too, which has tokens of its own. */
const OPEN = /^\/(health(\/live|\/ready)?|openapi\.json|docs(\/.*)?)(\?|$)/
const OF_THE_REGISTRY = /^\/registry\//

/**
 * The door of a service that runs apart: requests of our own services pass, and say which organization is asked; of others none. What
 * anybody sends as an organization's id counts for nothing.
 */
export function createGate({ service, tokens, tenants, dispatch }: GateDeps): (req: IncomingMessage, res: ServerResponse) => void {
  const admit = async (req: IncomingMessage): Promise<DomainError | undefined> => {
    const { [SERVICE_TOKEN]: token, [SITE]: site, host } = req.headers
    if (typeof token !== 'string' || !(await tokens.verify(token, [service]))) return serviceErrors.UNTRUSTED()
    if (site === undefined || wordOf(tenants.site(host)) === site) return undefined
    // The gateway has heard of a change that has not come here yet.
    await tenants.discover(host)
    return wordOf(tenants.site(host)) === site ? undefined : serviceErrors.BEHIND({ retryAfter: 1 })
  }
  const isOpen = (url: string): boolean => OPEN.test(url) || (service === 'registry' && OF_THE_REGISTRY.test(url))
  return (req, res) => {
    void admit(req).catch(() => serviceErrors.UNTRUSTED()).then((refusal) => {
      const { [REQUEST_ID]: id } = req.headers
      if (!refusal) return dispatch(openExchange(req, res, typeof id === 'string' ? id : undefined), req)
      if (!isOpen(req.url ?? '/')) return refuse(openExchange(req, res), refusal)
      forgetForwarded(req)
      dispatch(openExchange(req, res), req)
    })
  }
}

/** Who came here directly cannot say for whom. */
function forgetForwarded({ headers }: IncomingMessage): void {
  delete headers['x-forwarded-for']
  delete headers['x-forwarded-host']
  delete headers['x-forwarded-proto']
}
