import { apiBaseOf } from '@innoerp/sdk/contract'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { requestErrors } from '../platform/errors/core-errors.js'
import { refuse } from '../platform/http/error-handling.js'
import { openExchange, type Closed, type Exchange } from '../platform/http/exchange.js'
import type { TenantDirectory } from '../platform/http/tenant-directory.js'
import type { UsageMeter } from '../platform/metrics/usage-meter.js'
import type { VersionRow } from './catalogue/catalogue-repository.js'
import { moduleErrors } from './module-errors.js'
import type { ModuleHost } from './module-host.js'
import type { RolloutWatch } from './rollouts/rollout-watch.js'

type RawHandler = (req: IncomingMessage, res: ServerResponse) => void

export interface DispatcherDeps {
  core: RawHandler
  tenants: Pick<TenantDirectory, 'site'>
  catalogue: { known(): readonly Pick<VersionRow, 'module_id' | 'manifest'>[] }
  modules: Pick<ModuleHost, 'unit'>
  usage: Pick<UsageMeter, 'request'>
  watch: Pick<RolloutWatch, 'watches' | 'record'>
}
export interface Dispatcher {
  handle: RawHandler
  /** As `handle`, where the exchange is open already. */
  dispatch(exchange: Exchange, req: IncomingMessage): void
  /** Reads the catalogue's API bases anew. */
  refresh(): void
}

const PREFIX = '/api/v1/'

/**
 * Decides from Host and path alone, in memory, whose request this is: core's, or that of the module version which the organization
 * runs; then hands the raw request over. No proxy, no second parse (ARCHITECTURE §4).
 */
export function createDispatcher({ core, tenants, catalogue, modules, usage, watch }: DispatcherDeps): Dispatcher {
  const byBase = new Map<string, string>()
  const refresh = () => {
    byBase.clear()
    for (const { module_id, manifest } of catalogue.known()) byBase.set(apiBaseOf(manifest).slice(PREFIX.length), module_id)
  }
  const count: Closed = ({ target, duration, res: { statusCode: status } }) => {
    if (!target) return
    const { tenant, assignment } = target
    const key = { organizationId: tenant.organization.id, moduleId: assignment.module_id }
    usage.request(key, duration, status)
    const { version } = assignment
    if (version !== undefined && watch.watches(key.moduleId, version)) watch.record({ ...key, version, status })
  }
  const dispatch: Dispatcher['dispatch'] = (exchange, req) => {
    const { res } = exchange
    const url = req.url ?? '/'
    const moduleId = url.startsWith(PREFIX) ? byBase.get(segmentOf(url)) : undefined
    if (moduleId === undefined) return core(req, res)
    const site = tenants.site(req.headers.host)
    const assignment = site?.kind === 'tenant' ? site.tenant.modules.get(moduleId) : undefined
    if (site?.kind !== 'tenant' || !assignment) return refuse(exchange, requestErrors.ROUTE_NOT_FOUND())
    exchange.target = { tenant: site.tenant, assignment }
    exchange.closed.push(count)
    const unit = modules.unit(moduleId, assignment.version)
    if (!unit) return refuse(exchange, moduleErrors.UNAVAILABLE({ retryAfter: 1 }))
    exchange.headers['x-innoerp-module'] = unit.label
    unit.handle(req, res)
  }
  return { refresh, dispatch, handle: (req, res) => dispatch(openExchange(req, res), req) }
}

function segmentOf(url: string): string {
  for (let at = PREFIX.length; at < url.length; at += 1) {
    const sign = url.charCodeAt(at)
    if (sign === 47 || sign === 63) return url.slice(PREFIX.length, at) // '/' or '?'
  }
  return url.slice(PREFIX.length)
}
