import type { Platform } from '../../platform/platform.js'
import { createUserRepository } from './user-repository.js'

/** What modules may ask about people. */
export interface UserDirectory {
  /** Who of `ids` is an active person of the organization. */
  activeUsers(organizationId: string, ids: readonly string[]): Promise<Set<string>>
}

export function createUserDirectory({ platform }: { platform: Pick<Platform, 'database'> }): UserDirectory {
  const users = createUserRepository(platform.database.core)
  return { activeUsers: async (organizationId, ids) => new Set(await users.active({ organizationId }, ids)) }
}
