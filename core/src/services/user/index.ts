import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Platform } from '../../platform/platform.js'
import type { Passwords } from '../auth/passwords.js'
import type { RefreshTokens } from '../auth/refresh-tokens.js'
import { createInvitationRepository } from './invitation-repository.js'
import { invitationRoutes } from './invitation-routes.js'
import { createInvitationService } from './invitation-service.js'
import { linkRoutes } from './link-routes.js'
import { peopleRoutes } from './people-routes.js'
import { createUserRepository } from './user-repository.js'
import { createUserService } from './user-service.js'

export interface UserDeps {
  platform: Platform
  passwords: Passwords
  refreshTokens: RefreshTokens
}

/** People and invitations: `/api/v1/users/*`. */
export const userService =
  ({ platform, passwords, refreshTokens }: UserDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { core } = platform.database
    const users = createUserService({ platform, users: createUserRepository(core), endSessions: refreshTokens.endAll })
    const invitations = createInvitationService({ platform, invitations: createInvitationRepository(core), passwords })
    await app.register(peopleRoutes({ users }))
    await app.register(invitationRoutes({ invitations }))
    await app.register(linkRoutes({ invitations }))
  }
