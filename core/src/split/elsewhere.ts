import type { ServiceName, ServicesConfig } from '../config/services-settings.js'
import type { ServiceTokens } from './service-tokens.js'
import { createUpstream, type Upstream } from './upstream.js'

/** The services that run elsewhere, as far as this process is told where. */
export interface Elsewhere {
  find(service: ServiceName): Upstream | undefined
  /** @throws Error where it runs here, or nobody says where it runs */
  of(service: ServiceName): Upstream
  /** Where a module runs; undefined where it runs here, or nobody says where. */
  ofModule(moduleId: string): Upstream | undefined
  close(): Promise<void>
}
export interface ElsewhereDeps {
  services: ServicesConfig
  tokens: ServiceTokens
  siteOf(host: string | undefined): string
  isHttps: boolean
}

export function openElsewhere({ services, ...deps }: ElsewhereDeps): Elsewhere {
  const open = (service: ServiceName, urls: readonly string[]) => createUpstream({ ...deps, service, urls })
  const isModuleHost = services.here.has('modules')
  const known = new Map<ServiceName, Upstream>()
  for (const [name, urls] of Object.entries(services.urls) as [ServiceName, readonly string[]][]) {
    const isAsked = !services.here.has(name) || (name === 'modules' && services.group !== undefined)
    if (isAsked) known.set(name, open(name, urls))
  }
  const groups = isModuleHost ? [] : services.groups.map(({ modules, urls }) => ({ modules, upstream: open('modules', urls) }))
  return {
    find: (service) => known.get(service),
    of: (service) => {
      const upstream = known.get(service)
      if (!upstream) throw new Error(`Nobody says where the ${service} service runs.`)
      return upstream
    },
    ofModule: (moduleId) => {
      if (isModuleHost && (services.group === undefined || services.group.includes(moduleId))) return undefined
      return groups.find(({ modules }) => modules.includes(moduleId))?.upstream ?? known.get('modules')
    },
    close: async () => {
      await Promise.all([...known.values(), ...groups.map(({ upstream }) => upstream)].map((one) => one.close()))
    },
  }
}
