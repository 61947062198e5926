import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { TenantDirectory } from '../../platform/http/tenant-directory.js'
import type { Platform } from '../../platform/platform.js'
import type { InvitationService } from '../user/invitation-service.js'
import { adminRoutes } from './admin-routes.js'
import { createAdminService } from './admin-service.js'
import { identityRoutes } from './identity-routes.js'
import type { SigningKeys } from './keys.js'
import { accountLinkRoutes } from './link-routes.js'
import { createLinkService } from './link-service.js'
import type { OneTimeTokens } from './one-time-tokens.js'
import { passwordRoutes } from './password-routes.js'
import { createPasswordService } from './password-service.js'
import type { Passwords } from './passwords.js'
import { createRefreshCookie } from './refresh-cookie.js'
import { createRefreshRepository } from './refresh-repository.js'
import { createRefreshTokens, type RefreshTokens } from './refresh-tokens.js'
import { createRegistrationService } from './registration-service.js'
import { createSealer } from './sealing.js'
import { createAuthService, type AuthServiceDeps } from './service.js'
import { sessionListRoutes } from './session-list-routes.js'
import { createSessionRepository } from './session-repository.js'
import { sessionRoutes } from './session-routes.js'
import type { AccessTokens } from './tokens.js'
import type { VerificationService } from './verification-service.js'

export interface AuthDeps {
  platform: Platform
  tenants: TenantDirectory
  passwords: Passwords
  keys: SigningKeys
  tokens: AccessTokens
  refreshTokens: RefreshTokens
  oneTime: OneTimeTokens
  verifications: VerificationService
  invitations: InvitationService
}

/** The refresh tokens of this installation. */
export const openRefreshTokens = ({ database, secrets }: Pick<Platform, 'database' | 'secrets'>): RefreshTokens =>
  createRefreshTokens({
    db: database.core,
    sessions: createSessionRepository(database.core),
    repository: createRefreshRepository(database.core),
    sealer: createSealer(secrets.secretKey, 'refresh tokens'),
  })

/** Sessions, passwords and identity: `/api/v1/auth/*`, the super admins, and the public keys. */
export const authService =
  ({ platform, tenants, passwords, keys, tokens, refreshTokens, oneTime, verifications, invitations }: AuthDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const cookie = createRefreshCookie(platform.config)
    const links = createLinkService({ platform, tenants, passwords, oneTime })
    const registrations = createRegistrationService({ platform, passwords, invitations, verifications })
    const deps: AuthServiceDeps = { platform, passwords, tokens, refreshTokens, links, registrations }
    const auth = createAuthService(deps)
    await app.register(sessionRoutes({ auth, cookie }))
    await app.register(sessionListRoutes({ platform, sessions: createSessionRepository(platform.database.core), refreshTokens }))
    await app.register(passwordRoutes({ passwordService: createPasswordService({ platform, passwords, refreshTokens, oneTime }), verifications }))
    await app.register(accountLinkRoutes({ auth: deps, links, cookie }))
    await app.register(adminRoutes({ platform, admins: createAdminService({ platform, passwords, refreshTokens }), keys }))
    await app.register(identityRoutes({ auth, tokens, keys }))
  }
