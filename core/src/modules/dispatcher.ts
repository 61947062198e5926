import { apiBaseOf, type DomainError } from '@innoerp/sdk/contract'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { requestErrors } from '../platform/errors/core-errors.js'
import { errorBody, statusOf } from '../platform/http/error-handling.js'
import type { TenantDirectory } from '../platform/http/tenant-directory.js'
import type { UsageMeter } from '../platform/metrics/usage-meter.js'
import type { ModuleCatalogue } from './catalogue/catalogue.js'
import { moduleErrors } from './module-errors.js'
import type { ModuleHost } from './module-host.js'
import type { RolloutWatch } from './rollouts/rollout-watch.js'
import { setTarget } from './runtime.js'
import { setRequestId } from './unit.js'

type RawHandler = (req: IncomingMessage, res: ServerResponse) => void

export interface DispatcherDeps {
  core: RawHandler
  tenants: TenantDirectory
  catalogue: ModuleCatalogue
  modules: ModuleHost
  usage: UsageMeter
  watch: RolloutWatch
}
export interface Dispatcher {
  handle: RawHandler
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
  return {
    refresh,
    handle: (req, res) => {
      const id = randomUUID()
      setRequestId(req, id)
      res.setHeader('x-request-id', id)
      const url = req.url ?? '/'
      const moduleId = url.startsWith(PREFIX) ? byBase.get(segmentOf(url)) : undefined
      if (moduleId === undefined) return core(req, res)
      const site = tenants.site(req.headers.host)
      const assignment = site?.kind === 'tenant' ? site.tenant.modules.get(moduleId) : undefined
      if (site?.kind !== 'tenant' || !assignment) return refuse(res, { id, error: requestErrors.ROUTE_NOT_FOUND() })
      const { version } = assignment
      const key = { organizationId: site.tenant.organization.id, moduleId }
      const startedAt = performance.now()
      res.once('close', () => {
        usage.request(key, performance.now() - startedAt, res.statusCode)
        if (version !== undefined && watch.watches(moduleId, version)) watch.record({ ...key, version, status: res.statusCode })
      })
      const unit = modules.unit(moduleId, version)
      if (!unit) return refuse(res, { id, error: moduleErrors.UNAVAILABLE({ retryAfter: 1 }) })
      res.setHeader('x-innoerp-module', unit.label)
      setTarget(req, { tenant: site.tenant, assignment })
      unit.handle(req, res)
    },
  }
}

function segmentOf(url: string): string {
  for (let at = PREFIX.length; at < url.length; at += 1) {
    const sign = url.charCodeAt(at)
    if (sign === 47 || sign === 63) return url.slice(PREFIX.length, at) // '/' or '?'
  }
  return url.slice(PREFIX.length)
}

function refuse(res: ServerResponse, { id, error }: { id: string; error: DomainError }): void {
  const headers = { 'content-type': 'application/json; charset=utf-8', ...(error.retryAfter !== undefined && { 'retry-after': String(error.retryAfter) }) }
  res.writeHead(statusOf(error), headers).end(JSON.stringify(errorBody(error, id)))
}
