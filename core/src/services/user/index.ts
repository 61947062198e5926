import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Platform } from '../../platform/platform.js'
import type { Passwords } from '../auth/passwords.js'
import type { VerificationService } from '../auth/verification-service.js'
import type { RefreshTokens } from '../auth/refresh-tokens.js'
import { createInvitationRepository } from './invitation-repository.js'
import { invitationRoutes } from './invitation-routes.js'
import { createInvitationService, type InvitationService } from './invitation-service.js'
import { linkRoutes } from './link-routes.js'
import { peopleRoutes } from './people-routes.js'
import type { PermissionCatalogue } from './permission-catalogue.js'
import { profileRoutes } from './profile-routes.js'
import { createProfileService } from './profile-service.js'
import { relationshipRoutes, type RelationshipsOf } from './relationship-routes.js'
import { roleRoutes } from './role-routes.js'
import { createRoleService } from './role-service.js'
import { createUserRepository } from './user-repository.js'
import { createUserService } from './user-service.js'

export interface UserDeps {
  platform: Platform
  refreshTokens: RefreshTokens
  invitations: InvitationService
  verifications: VerificationService
  permissions: PermissionCatalogue
  relationshipsOf: RelationshipsOf
}

export const openInvitations = (platform: Platform, passwords: Passwords): InvitationService =>
  createInvitationService({ platform, invitations: createInvitationRepository(platform.database.core), passwords })

/** People and invitations: `/api/v1/users/*`. */
export const userService =
  ({ platform, refreshTokens, invitations, verifications, permissions, relationshipsOf }: UserDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { core } = platform.database
    const users = createUserService({ platform, users: createUserRepository(core), verifications, endSessions: refreshTokens.endAll })
    await app.register(peopleRoutes({ users }))
    await app.register(profileRoutes({ profiles: createProfileService({ platform, users }) }))
    await app.register(roleRoutes({ roles: createRoleService({ platform, permissions }), permissions }))
    await app.register(relationshipRoutes({ users, relationshipsOf }))
    await app.register(invitationRoutes({ invitations }))
    await app.register(linkRoutes({ invitations }))
  }
