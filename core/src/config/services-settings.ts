import { Type, type Static, type TObject } from '@sinclair/typebox'
import { SettingsError } from './settings-error.js'

/** The services that can run apart, each with the port it listens on unless PORT says another. */
export const SERVICE_PORTS = { gateway: 8000, tenant: 8001, auth: 8002, user: 8003, modules: 8004, monitoring: 8006, registry: 4873 } as const
export type ServiceName = keyof typeof SERVICE_PORTS
export const SERVICE_NAMES = Object.keys(SERVICE_PORTS) as readonly ServiceName[]

const ADDRESS = 'https?://[A-Za-z0-9.:\\[\\]_-]+/?'
const LIST = `${ADDRESS}(,${ADDRESS})*`
const MODULES = '[a-z][a-z0-9-]*(,[a-z][a-z0-9-]*)*'
const addresses = (who: string) =>
  Type.Optional(Type.String({ pattern: `^${LIST}$`, maxLength: 2_000, description: `Where ${who} runs apart: addresses parted by commas; a name that stands for several is each of them` }))

export const servicesSettings = {
  INNOERP_SERVICE: Type.Optional(Type.Union(SERVICE_NAMES.map((name) => Type.Literal(name)), { description: 'The one service that this process is; absent: all that have no address of their own' })),
  GATEWAY_URL: addresses('the gateway'),
  TENANT_URL: addresses('the tenant service'),
  AUTH_URL: addresses('the auth service'),
  USER_URL: addresses('the user service'),
  MODULES_URL: addresses('the module host'),
  MONITORING_URL: addresses('the monitoring service'),
  REGISTRY_URL: addresses('the module registry'),
  MODULES_URL_GROUPS: Type.Optional(
    Type.String({ pattern: `^${MODULES}=${LIST}(;${MODULES}=${LIST})*$`, maxLength: 5_000, description: 'Modules that run on instances of their own: finance,crm=http://a:8004,http://b:8004;hr=http://c:8004' }),
  ),
  INNOERP_MODULE_GROUP: Type.Optional(Type.String({ pattern: `^${MODULES}$`, maxLength: 1_000, description: 'The modules that this instance of the module host loads; absent: all' })),
  INNOERP_DRAIN_SECONDS: Type.Optional(Type.Integer({ minimum: 0, maximum: 300, description: 'How long a service that is told to end says so before it takes no more; 2 for a service apart, else 0' })),
}
type ServicesSettings = Static<TObject<typeof servicesSettings>>

/** Modules that have instances of their own. */
export interface ModuleGroup {
  modules: readonly string[]
  urls: readonly string[]
}
/** Which services this process is, and where the others are. */
export interface ServicesConfig {
  /** What it is alone; undefined where it is every service without an address of its own. */
  own: ServiceName | undefined
  here: ReadonlySet<ServiceName>
  urls: Readonly<Partial<Record<ServiceName, readonly string[]>>>
  groups: readonly ModuleGroup[]
  /** The modules to load; undefined for all. */
  group: readonly string[] | undefined
  drainSeconds: number
}

/** Whom each service asks. */
const NEEDS: Readonly<Record<ServiceName, readonly ServiceName[]>> = {
  gateway: ['tenant', 'auth', 'user', 'modules', 'monitoring', 'registry'],
  tenant: ['modules'],
  auth: [],
  user: ['modules'],
  modules: ['registry'],
  monitoring: ['gateway'],
  registry: [],
}
const settingOf = (name: ServiceName) => `${name.toUpperCase() as Uppercase<ServiceName>}_URL` as const
const listOf = (text: string): string[] => text.split(',').map((one) => one.replace(/\/$/, ''))

/**
 * @returns undefined where everything is one process
 * @throws SettingsError where a service apart is not told where those are that it needs
 */
export function servicesOf(s: ServicesSettings & { DATABASE_URL?: string }): ServicesConfig | undefined {
  const own = s.INNOERP_SERVICE
  const urls = Object.fromEntries(SERVICE_NAMES.flatMap((name) => (s[settingOf(name)] === undefined ? [] : [[name, listOf(s[settingOf(name)] ?? '')]])))
  const elsewhere = SERVICE_NAMES.filter((name) => name in urls && name !== 'gateway')
  if (own === undefined && elsewhere.length === 0) return undefined
  const needs = own === undefined ? [] : [...NEEDS[own], ...(s.INNOERP_MODULE_GROUP === undefined ? [] : (['modules'] as const))]
  const missing = needs.filter((name) => !(name in urls)).map(settingOf)
  if (missing.length > 0) throw new SettingsError(`The settings cannot be used. The ${own} service apart needs ${missing.join(', ')}.`)
  if (s.DATABASE_URL === undefined) throw new SettingsError('The settings cannot be used. Services that run apart share one database: set DATABASE_URL.')
  return {
    own,
    here: new Set(own === undefined ? SERVICE_NAMES.filter((name) => !elsewhere.includes(name)) : [own]),
    urls,
    groups: (s.MODULES_URL_GROUPS?.split(';') ?? []).map((text) => {
      const [modules = '', addresses = ''] = text.split('=')
      return { modules: modules.split(','), urls: listOf(addresses) }
    }),
    group: s.INNOERP_MODULE_GROUP?.split(','),
    drainSeconds: s.INNOERP_DRAIN_SECONDS ?? (own === undefined ? 0 : 2),
  }
}
