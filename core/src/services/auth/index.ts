import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Platform } from '../../platform/platform.js'
import { identityRoutes } from './identity-routes.js'
import type { SigningKeys } from './keys.js'
import type { Passwords } from './passwords.js'
import { createRefreshCookie } from './refresh-cookie.js'
import { createRefreshRepository } from './refresh-repository.js'
import { createRefreshTokens, type RefreshTokens } from './refresh-tokens.js'
import { createSealer } from './sealing.js'
import { createAuthService } from './service.js'
import { sessionRoutes } from './session-routes.js'
import type { AccessTokens } from './tokens.js'

export interface AuthDeps {
  platform: Platform
  passwords: Passwords
  keys: SigningKeys
  tokens: AccessTokens
  refreshTokens: RefreshTokens
}

/** The refresh tokens of this installation. */
export const openRefreshTokens = ({ database, secrets }: Pick<Platform, 'database' | 'secrets'>): RefreshTokens =>
  createRefreshTokens({
    db: database.core,
    repository: createRefreshRepository(database.core),
    sealer: createSealer(secrets.secretKey, 'refresh tokens'),
  })

/** Sessions and identity: `/api/v1/auth/*` and the public keys. */
export const authService =
  ({ platform, passwords, keys, tokens, refreshTokens }: AuthDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const auth = createAuthService({ platform, passwords, tokens, refreshTokens })
    await app.register(sessionRoutes({ auth, cookie: createRefreshCookie(platform.config) }))
    await app.register(identityRoutes({ auth, tokens, keys }))
  }
