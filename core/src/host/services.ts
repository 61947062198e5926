import type { CorePorts } from '@innoerp/sdk/server'
import type { FastifyPluginAsync } from 'fastify'
import type { ServiceName } from '../config/services-settings.js'
import type { ModuleCatalogue } from '../modules/catalogue/catalogue.js'
import type { ModulePlatform } from './modules.js'
import { LABELS } from './placement.js'
import { countsOf, relationshipsOf } from '../modules/relationships.js'
import { moduleRoutes } from '../modules/routes/index.js'
import { usageRoutes } from '../modules/usage/index.js'
import type { AccessDeps } from '../platform/http/access.js'
import type { BrokerView } from '../platform/events/broker-view.js'
import type { Relay } from '../platform/events/relay.js'
import type { TenantDirectory } from '../platform/http/tenant-directory.js'
import type { Platform } from '../platform/platform.js'
import { createAuthenticator, type Authenticator } from '../services/auth/authenticator.js'
import { authService, openRefreshTokens } from '../services/auth/index.js'
import { openSigningKeys, type SigningKeys } from '../services/auth/keys.js'
import { createOneTimeTokens } from '../services/auth/one-time-tokens.js'
import { createPasswords } from '../services/auth/passwords.js'
import { ensureSuperAdmin } from '../services/auth/super-admin.js'
import { createAccessTokens } from '../services/auth/tokens.js'
import { createVerificationService } from '../services/auth/verification-service.js'
import { feedRoutes } from '../services/gateway/feed-routes.js'
import { healthRoutes, type HealthDeps } from '../services/gateway/health-routes.js'
import { pageRoutes } from '../services/gateway/page-routes.js'
import type { ShellManifest } from '../services/gateway/page.js'
import { staticRoutes } from '../services/gateway/static-routes.js'
import { memoryEngine } from '../services/monitoring/memory-engine.js'
import { cacheFigures } from '../services/monitoring/cache-figures.js'
import type { HealthMonitor } from '../services/monitoring/health.js'
import { deadLetterRoutes } from '../services/monitoring/dead-letter-routes.js'
import { monitoringService } from '../services/monitoring/index.js'
import { createServiceMeter, type ServiceMeter } from '../services/monitoring/service-meter.js'
import { registryService } from '../services/registry/index.js'
import { tenantService } from '../services/tenant/index.js'
import { createPermissionCatalogue } from '../services/user/permission-catalogue.js'
import { createUserDirectory } from '../services/user/user-directory.js'
import { openInvitations, userService } from '../services/user/index.js'

export interface ServicesDeps {
  platform: Platform
  catalogue: ModuleCatalogue
  tenants: TenantDirectory
  passwordCost: number | undefined
}
export interface RouteParts {
  modules: ModulePlatform
  shell: { folder: string; manifest: ShellManifest }
  isReady(): boolean
  port(): number
  broker: BrokerView
  relay: Pick<Relay, 'replay'>
  health: HealthMonitor
  meter: Pick<ServiceMeter, 'figures'>
  /** How the services behind the gateway are. */
  states: HealthDeps['states']
}
export interface Services {
  access: AccessDeps
  corePorts: CorePorts
  keys: SigningKeys
  authenticator: Authenticator
  /** Whose tokens are ours. */
  issuer: string
  meter: ServiceMeter
  /** The routes of each service: where they are mounted, and by which the gateway knows whose an address is. */
  routes(parts: RouteParts): Record<ServiceName, FastifyPluginAsync[]>
}

/** Wires the services to each other: who needs whose keys, passwords, catalogue. */
export async function createServices({ platform, catalogue, tenants, passwordCost }: ServicesDeps): Promise<Services> {
  const { config, database, bus, limits } = platform
  const passwords = createPasswords(passwordCost === undefined ? {} : { cost: passwordCost })
  const [keys] = await Promise.all([openSigningKeys(platform), ensureSuperAdmin({ platform, passwords })])
  const issuer = config.publicUrl ?? `http://${config.domain}`
  const tokens = createAccessTokens({ keys, issuer })
  const refreshTokens = openRefreshTokens(platform)
  const authenticator = createAuthenticator({ platform, tokens })
  const oneTime = createOneTimeTokens(database.core)
  const verifications = createVerificationService({ platform, oneTime })
  const invitations = openInvitations(platform, passwords)
  const permissions = createPermissionCatalogue((moduleId, version) => catalogue.module(moduleId)?.versions.get(version)?.manifest)
  const users = createUserDirectory({ platform })
  return {
    access: { authenticator, limits, requestsAMinute: config.limits.requestsAMinute, tenantRequestsAMinute: config.limits.tenantRequestsAMinute },
    corePorts: {
      activeUsers: (ctx, ids) => users.activeUsers(ctx.organization.id, ids),
      planLimit: async (ctx, name) => tenants.byId(ctx.organization.id)?.limits[name] ?? null,
    },
    keys,
    authenticator,
    issuer,
    meter: createServiceMeter(),
    routes: ({ modules, shell, isReady, port, broker, relay, health, meter, states }) => ({
      auth: [authService({ platform, tenants, passwords, keys, tokens, refreshTokens, oneTime, verifications, invitations })],
      tenant: [tenantService({ platform, tenants, catalogue, passwords, verifications, operations: modules.operations, countsOf: countsOf({ host: modules.host, platform }) })],
      user: [userService({ platform, refreshTokens, invitations, verifications, permissions, relationshipsOf: relationshipsOf({ host: modules.host, platform }) })],
      // A dead letter is delivered once more where its consumers are.
      modules: [usageRoutes({ platform }), moduleRoutes({ platform, modules }), deadLetterRoutes({ platform, relay })],
      monitoring: [monitoringService({ platform, health, meter, broker, cache: platform.cacheEngine ?? memoryEngine(() => cacheFigures({ authenticator, tenants, modules })) })],
      registry: [registryService({ platform, modules })],
      gateway: [
        healthRoutes({ isReady, isDatabaseUp: () => database.isUp(), engines: platform.engines, service: LABELS.gateway, states }),
        feedRoutes({ modules: modules.host, catalogue: modules.catalogue, tenants, bus, authenticator }),
        staticRoutes({ shellFolder: shell.folder, modules: modules.host }),
        pageRoutes({ config, shell: shell.manifest, modules: modules.host, settings: platform.settings, port }),
      ],
    }),
  }
}
