import { newId } from '@innoerp/sdk/server'
import { violates } from '../../platform/errors/violates.js'
import { auditFrom, type ServiceContext } from '../../platform/http/service-context.js'
import type { Platform } from '../../platform/platform.js'
import { insertSuperAdmin } from './account-repository.js'
import { authErrors } from './errors.js'
import type { Passwords } from './passwords.js'
import type { RefreshTokens } from './refresh-tokens.js'

export interface SuperAdmin {
  id: string
  email: string
  username: string
  is_active: boolean
  created_at: string
}
export interface AdminServiceDeps {
  platform: Platform
  passwords: Passwords
  refreshTokens: RefreshTokens
}
/** The super admins: accounts without an organization, of the admin host alone (DECISIONS 3). */
export interface AdminService {
  list(): Promise<SuperAdmin[]>
  /** @throws AUTH_ADMIN_TAKEN (409), AUTH_WEAK_PASSWORD (422) */
  add(ctx: ServiceContext, admin: { email: string; password: string }): Promise<SuperAdmin>
  /** Nobody removes themselves, so that one remains. @throws AUTH_ADMIN_NOT_FOUND (404), AUTH_LAST_ADMIN (409) */
  remove(ctx: ServiceContext, id: string): Promise<void>
}

const COLUMNS = 'id, email, username, is_active, created_at'

export function createAdminService({ platform, passwords, refreshTokens }: AdminServiceDeps): AdminService {
  const { database, audit, bus } = platform
  const { core } = database
  return {
    list: () => core.run<SuperAdmin>('platform', `select ${COLUMNS} from users.users where is_superuser order by created_at, id`),
    add: async (ctx, { email: given, password }) => {
      const email = given.toLowerCase()
      passwords.check(password, { email })
      const password_hash = await passwords.hash(password)
      return core.transaction('platform', async (tx) => {
        const id = newId()
        await insertSuperAdmin(core, tx, { id, email, username: email, password_hash }).catch((error: unknown) => {
          throw violates(error, 'users_email') || violates(error, 'users_username') ? authErrors.ADMIN_TAKEN() : error
        })
        await audit.append(tx, { ...auditFrom(ctx), action: 'super_admin.added', target: { type: 'user', id }, data: { email } })
        return (await core.run<SuperAdmin>(tx, `select ${COLUMNS} from users.users where id = $1`, [id]))[0] as SuperAdmin
      })
    },
    remove: async (ctx, id) => {
      if (id === ctx.caller.id) throw authErrors.LAST_ADMIN()
      await core.transaction('platform', async (tx) => {
        await refreshTokens.endAll(tx, id)
        const gone = await core.run(tx, 'delete from users.users where id = $1 and is_superuser returning 1', [id])
        if (gone.length === 0) throw authErrors.ADMIN_NOT_FOUND()
        await audit.append(tx, { ...auditFrom(ctx), action: 'super_admin.removed', target: { type: 'user', id } })
      })
      await bus.announce({ kind: 'user', id })
    },
  }
}
