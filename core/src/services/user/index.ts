import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Platform } from '../../platform/platform.js'
import type { Passwords } from '../auth/passwords.js'
import type { RefreshTokens } from '../auth/refresh-tokens.js'
import { createInvitationRepository } from './invitation-repository.js'
import { invitationRoutes } from './invitation-routes.js'
import { createInvitationService, type InvitationService } from './invitation-service.js'
import { linkRoutes } from './link-routes.js'
import { peopleRoutes } from './people-routes.js'
import { createUserRepository } from './user-repository.js'
import { createUserService } from './user-service.js'

export interface UserDeps {
  platform: Platform
  refreshTokens: RefreshTokens
  invitations: InvitationService
}

export const openInvitations = (platform: Platform, passwords: Passwords): InvitationService =>
  createInvitationService({ platform, invitations: createInvitationRepository(platform.database.core), passwords })

/** People and invitations: `/api/v1/users/*`. */
export const userService =
  ({ platform, refreshTokens, invitations }: UserDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { core } = platform.database
    const users = createUserService({ platform, users: createUserRepository(core), endSessions: refreshTokens.endAll })
    await app.register(peopleRoutes({ users }))
    await app.register(invitationRoutes({ invitations }))
    await app.register(linkRoutes({ invitations }))
  }
