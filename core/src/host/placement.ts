import type { Config } from '../config/config.js'
import { SERVICE_PORTS, type ServiceName } from '../config/services-settings.js'

/**
 * Whose work it is that no request brings. Of several instances of that service one does it at a time, whoever holds the lock, or each
 * takes what the others leave.
 */
const WORK_OF = { relay: 'modules', jobs: 'modules', operations: 'modules', terms: 'tenant', sealing: 'monitoring', mail: 'monitoring', housekeeping: 'monitoring', samples: 'monitoring' } as const satisfies Record<string, ServiceName>

type Placed = Pick<Config, 'services'>

/** Whether this process answers for a service. */
export const isHere = ({ services }: Placed, service: ServiceName): boolean => services?.here.has(service) ?? true

/** Whether this process does that work. An instance for some modules alone does none of theirs: others have all modules. */
export const does = (config: Placed, work: keyof typeof WORK_OF): boolean =>
  isHere(config, WORK_OF[work]) && (WORK_OF[work] !== 'modules' || config.services?.group === undefined)

/** The port that people come to. */
export function gatewayPortOf({ services, port }: Pick<Config, 'services' | 'port'>): number {
  const [url] = services?.here.has('gateway') ? [] : (services?.urls.gateway ?? [])
  if (url === undefined) return isHere({ services }, 'gateway') ? port : SERVICE_PORTS.gateway
  const { port: given, protocol } = new URL(url)
  return given === '' ? (protocol === 'https:' ? 443 : 80) : Number(given)
}

/** What a service calls itself, in health, logs and figures. */
export const LABELS: Readonly<Record<ServiceName, string>> = {
  gateway: 'api-gateway',
  tenant: 'tenant-service',
  auth: 'auth-service',
  user: 'user-service',
  modules: 'module-host',
  monitoring: 'monitoring-service',
  registry: 'module-registry',
}

/** The services that the gateway's `/health` tells of. */
export const SHOWN: readonly ServiceName[] = ['tenant', 'auth', 'user', 'modules']
export const SHOWN_SERVICES = SHOWN.map((name) => LABELS[name])

/** Where modules are published and installed from. */
export function registryUrlOf({ host, tls, services }: Pick<Config, 'host' | 'tls' | 'services'>, { port, registryDoor }: { port: number; registryDoor: number }): string {
  const [elsewhere] = services?.here.has('registry') ? [] : (services?.urls.registry ?? [])
  if (elsewhere !== undefined) return `${elsewhere}/registry/`
  if (tls) return `http://127.0.0.1:${registryDoor}/registry/`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/registry/`
}
