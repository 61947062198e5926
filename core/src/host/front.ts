import type { FastifyPluginAsync } from 'fastify'
import { SERVICE_NAMES, type ServiceName } from '../config/services-settings.js'
import type { ModuleHost } from '../modules/module-host.js'
import { mergeDocuments, type OpenApi } from '../platform/http/openapi.js'
import type { Tenant } from '../platform/http/site.js'
import type { Authenticator } from '../services/auth/authenticator.js'
import { docsRoutes } from '../services/gateway/docs-routes.js'
import type { ServiceMeter } from '../services/monitoring/service-meter.js'
import type { Split } from '../split/open-split.js'
import { createCoreApp, type CoreApp, type CoreAppDeps } from './core-app.js'
import { isHere } from './placement.js'

export interface FrontDeps {
  app: Omit<CoreAppDeps, 'services' | 'forwarded' | 'apart' | 'meter'>
  /** The routes of each service. */
  table: Readonly<Record<ServiceName, readonly FastifyPluginAsync[]>>
  /** The routes of health, of a process that is no gateway. */
  health: FastifyPluginAsync
  registry: FastifyPluginAsync
  meter: ServiceMeter
  authenticator: Authenticator
  host: ModuleHost
  split: Split | undefined
}
export interface Front extends CoreApp {
  document(tenant?: Tenant): OpenApi
}

/** Mounts what is here of the services, and forwards what is elsewhere where this is the gateway. */
export async function createFront({ app, table, health, registry, meter, authenticator, host, split }: FrontDeps): Promise<Front> {
  const { config } = app.platform
  const here = SERVICE_NAMES.filter((name) => isHere(config, name))
  const isGateway = here.includes('gateway')
  const mounted: FastifyPluginAsync = async (instance) => void (await instance.register(registry, { prefix: '/registry' }))
  const names = SERVICE_NAMES.filter((name) => !here.includes(name))
  const away = split && isGateway ? await awayRoutes(split, { app: { ...app, apart: names.includes('registry') ? [mounted] : [] }, table, names }) : undefined
  const documents = (tenant?: Tenant): OpenApi[] => [...(away ? [away.document] : []), ...host.documents(tenant)]
  const document = (tenant?: Tenant): OpenApi => mergeDocuments(core.app.swagger() as unknown as OpenApi, documents(tenant))
  const remote = isGateway ? split?.document : undefined
  const docs = docsRoutes({
    authenticator,
    stable: () => mergeDocuments(document(), remote ? [remote.latest()] : []),
    document: async (asked) => {
      if (!remote) return document(asked?.tenant)
      const subdomain = asked ? `${asked.tenant.organization.subdomain}.` : ''
      return mergeDocuments(document(), [await remote.ask({ host: subdomain + config.domain, authorization: asked?.authorization })])
    },
  })
  const core: CoreApp = await createCoreApp({
    ...app,
    meter,
    services: [...here.flatMap((name) => table[name]), ...(isGateway ? [] : [health])],
    forwarded: away?.forwarded,
    apart: [...(here.includes('registry') ? [mounted] : away?.registry ? [away.registry] : []), docs, ...(split?.internal({ host, meter }) ?? [])],
  })
  return { ...core, document }
}

async function awayRoutes({ elsewhere }: Split, { app, table, names }: { app: Omit<CoreAppDeps, 'services' | 'meter'>; table: FrontDeps['table']; names: readonly ServiceName[] }) {
  const [{ declarationsOf }, { forwardAll, forwardRoutes }] = await Promise.all([import('../split/declarations.js'), import('../split/route-table.js')])
  const { routes, document } = await declarationsOf(table, { names, app })
  return { document, forwarded: forwardRoutes(routes, elsewhere.of), registry: names.includes('registry') ? forwardAll('/registry', elsewhere.of('registry')) : undefined }
}
