import type { FastifyPluginAsync } from 'fastify'
import type { RequestListener } from 'node:http'
import type { ServiceName, ServicesConfig } from '../config/services-settings.js'
import { LABELS, SHOWN } from '../host/placement.js'
import type { Dispatcher } from '../modules/dispatcher.js'
import type { ModuleHost, ModulesElsewhere } from '../modules/module-host.js'
import type { TenantDirectory } from '../platform/http/tenant-directory.js'
import type { Platform } from '../platform/platform.js'
import type { SigningKeys } from '../services/auth/keys.js'
import type { ServiceMeter } from '../services/monitoring/service-meter.js'
import { documentElsewhere, type DocumentElsewhere } from './document-elsewhere.js'
import { openElsewhere, type Elsewhere } from './elsewhere.js'
import { createGate } from './gate.js'
import { figureRoutes, figuresElsewhere } from './internal.js'
import { portRoutes } from './ports.js'
import { createServiceTokens, type ServiceTokens } from './service-tokens.js'
import { wordOf } from './site.js'
import { unitElsewhere } from './unit-elsewhere.js'

export interface SplitDeps {
  services: ServicesConfig
  platform: Platform
  tenants: TenantDirectory
  keys: SigningKeys
  issuer: string
}
/** What there is in a process that is not all of the services. */
export interface Split {
  elsewhere: Elsewhere
  modules: ModulesElsewhere
  /** What the modules elsewhere say of their API; undefined where they run here. */
  document: DocumentElsewhere | undefined
  /** What the gateways count; undefined where this is one, or none is known. */
  figures: Pick<ServiceMeter, 'figures'> | undefined
  /** Whether a gateway takes requests. */
  isGatewayReady(): boolean
  /** How the services that people know are; one that runs here is as `own`. */
  states(own: string): { service: string; status: string }[]
  /** The door of a service apart; undefined where everybody may come in. */
  door(dispatcher: Dispatcher): RequestListener | undefined
  /** What other services ask of this one. */
  internal(parts: { host: ModuleHost; meter: ServiceMeter }): FastifyPluginAsync[]
  close(): Promise<void>
}

export function openSplit({ services, platform, tenants, keys, issuer }: SplitDeps): Split {
  const tokens = createServiceTokens({ keys, issuer })
  const elsewhere = openElsewhere({ services, tokens, siteOf: (host) => wordOf(tenants.site(host)), isHttps: platform.config.isHttps })
  const { here, own } = services
  const gateway = elsewhere.find('gateway')
  const modules = here.has('modules') ? undefined : elsewhere.find('modules')
  return {
    elsewhere,
    modules: modulesElsewhere(services, elsewhere),
    document: modules && documentElsewhere(modules),
    figures: here.has('gateway') || !gateway ? undefined : figuresElsewhere(gateway),
    isGatewayReady: () => gateway?.instances.all().some(({ isReady }) => isReady) ?? false,
    states: (status) =>
      SHOWN.map((name) => {
        const upstream = here.has(name) ? undefined : elsewhere.find(name)
        const isUp = upstream?.instances.all().some((instance) => instance.isReady && instance.breaker.admits) ?? true
        return { service: LABELS[name], status: upstream ? (isUp ? 'healthy' : 'unhealthy') : status }
      }),
    door: ({ dispatch }) => (own === undefined || own === 'gateway' ? undefined : createGate({ service: own, tokens, tenants, dispatch })),
    internal: ({ host, meter }) => internalRoutes({ here, platform, tenants, tokens, host, meter }),
    close: () => elsewhere.close(),
  }
}

function modulesElsewhere(services: ServicesConfig, elsewhere: Elsewhere): ModulesElsewhere {
  const runHere = services.here.has('modules')
  return {
    concerns: (moduleId) => runHere || elsewhere.ofModule(moduleId) !== undefined,
    standIn: (files, db) => {
      const upstream = elsewhere.ofModule(files.package.innoerp.id)
      return upstream && unitElsewhere(files, { upstream, db })
    },
  }
}

interface InternalParts {
  here: ReadonlySet<ServiceName>
  platform: Platform
  tenants: TenantDirectory
  tokens: ServiceTokens
  host: ModuleHost
  meter: ServiceMeter
}

const internalRoutes = ({ here, platform, tenants, tokens, host, meter }: InternalParts): FastifyPluginAsync[] => [
  ...(here.has('modules') ? [portRoutes({ platform, tenants, host, tokens })] : []),
  ...(here.has('gateway') ? [figureRoutes({ meter, tokens })] : []),
]
