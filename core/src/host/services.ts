import type { CorePorts } from '@innoerp/sdk/server'
import type { FastifyPluginAsync } from 'fastify'
import type { ModuleCatalogue } from '../modules/catalogue/catalogue.js'
import type { ModulePlatform } from './modules.js'
import { countsOf, relationshipsOf } from '../modules/relationships.js'
import { moduleRoutes } from '../modules/routes/index.js'
import { usageRoutes } from '../modules/usage/index.js'
import type { AccessDeps } from '../platform/http/access.js'
import type { BrokerView } from '../platform/events/broker-view.js'
import type { Relay } from '../platform/events/relay.js'
import type { TenantDirectory } from '../platform/http/tenant-directory.js'
import type { Platform } from '../platform/platform.js'
import { createAuthenticator } from '../services/auth/authenticator.js'
import { authService, openRefreshTokens } from '../services/auth/index.js'
import { openSigningKeys } from '../services/auth/keys.js'
import { createOneTimeTokens } from '../services/auth/one-time-tokens.js'
import { createPasswords } from '../services/auth/passwords.js'
import { ensureSuperAdmin } from '../services/auth/super-admin.js'
import { createAccessTokens } from '../services/auth/tokens.js'
import { createVerificationService } from '../services/auth/verification-service.js'
import { docsRoutes, type DocsDeps } from '../services/gateway/docs-routes.js'
import { feedRoutes } from '../services/gateway/feed-routes.js'
import { healthRoutes } from '../services/gateway/health-routes.js'
import { pageRoutes } from '../services/gateway/page-routes.js'
import type { ShellManifest } from '../services/gateway/page.js'
import { staticRoutes } from '../services/gateway/static-routes.js'
import { cacheFigures } from '../services/monitoring/cache-figures.js'
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
export interface GatewayParts {
  modules: ModulePlatform
  shell: { folder: string; manifest: ShellManifest }
  isReady(): boolean
  port(): number
  broker: BrokerView
  relay: Pick<Relay, 'replay'>
}
export interface Services {
  access: AccessDeps
  corePorts: CorePorts
  plugins: FastifyPluginAsync[]
  /** The gateway's own routes; pages come last, they take what is left. */
  gateway(parts: GatewayParts): FastifyPluginAsync[]
  meter: ServiceMeter
  docs(parts: Pick<DocsDeps, 'document'>): FastifyPluginAsync
}

/** Wires the services to each other: who needs whose keys, passwords, catalogue. */
export async function createServices({ platform, catalogue, tenants, passwordCost }: ServicesDeps): Promise<Services> {
  const { config, database, bus, limits } = platform
  const passwords = createPasswords(passwordCost === undefined ? {} : { cost: passwordCost })
  const [keys] = await Promise.all([openSigningKeys(platform), ensureSuperAdmin({ platform, passwords })])
  const tokens = createAccessTokens({ keys, issuer: config.publicUrl ?? `http://${config.domain}` })
  const refreshTokens = openRefreshTokens(platform)
  const authenticator = createAuthenticator({ platform, tokens })
  const oneTime = createOneTimeTokens(database.core)
  const verifications = createVerificationService({ platform, oneTime })
  const invitations = openInvitations(platform, passwords)
  const meter = createServiceMeter()
  const permissions = createPermissionCatalogue((moduleId, version) => catalogue.module(moduleId)?.versions.get(version)?.manifest)
  const users = createUserDirectory({ platform })
  return {
    access: { authenticator, limits, requestsAMinute: config.limits.requestsAMinute },
    corePorts: {
      activeUsers: (ctx, ids) => users.activeUsers(ctx.organization.id, ids),
      planLimit: async (ctx, name) => tenants.byId(ctx.organization.id)?.limits[name] ?? null,
    },
    plugins: [
      authService({ platform, tenants, passwords, keys, tokens, refreshTokens, oneTime, verifications, invitations }),
      usageRoutes({ platform }),
    ],
    docs: ({ document }) => docsRoutes({ authenticator, document }),
    meter,
    gateway: ({ modules, shell, isReady, port, broker, relay }) => [
      tenantService({ platform, tenants, catalogue, passwords, verifications, operations: modules.operations, countsOf: countsOf({ host: modules.host, platform }) }),
      userService({ platform, refreshTokens, invitations, verifications, permissions, relationshipsOf: relationshipsOf({ host: modules.host, platform }) }),
      monitoringService({ platform, keys, meter, isReady, broker, relay, caches: () => cacheFigures({ authenticator, tenants, modules }) }),
      healthRoutes({ isReady, isDatabaseUp: () => database.isUp(), engines: platform.engines }),
      moduleRoutes({ platform, modules }),
      registryService({ platform, modules }),
      feedRoutes({ modules: modules.host, tenants, bus, authenticator }),
      staticRoutes({ shellFolder: shell.folder, modules: modules.host }),
      pageRoutes({ config, shell: shell.manifest, modules: modules.host, settings: platform.settings, port }),
    ],
  }
}
