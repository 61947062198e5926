import { newId } from '@innoerp/sdk/server'
import type { Platform } from '../../platform/platform.js'
import { hasSuperAdmin, insertSuperAdmin } from './account-repository.js'
import type { Passwords } from './passwords.js'

const LOCK = `select pg_advisory_xact_lock(hashtextextended('first super admin', 0))`

export interface SuperAdminDeps {
  platform: Pick<Platform, 'database' | 'secrets'>
  passwords: Passwords
}

/** Makes the first super admin where there is none; afterwards the settings for it count no more (DECISIONS 3). */
export async function ensureSuperAdmin({ platform, passwords }: SuperAdminDeps): Promise<void> {
  const { core } = platform.database
  if (await hasSuperAdmin(core, 'platform')) return
  const email = platform.secrets.adminEmail.toLowerCase()
  const password_hash = await passwords.hash(platform.secrets.adminPassword)
  await core.transaction('platform', async (tx) => {
    await core.run(tx, LOCK)
    if (await hasSuperAdmin(core, tx)) return
    await insertSuperAdmin(core, tx, { id: newId(), email, username: email.slice(0, email.indexOf('@')), password_hash })
  })
}
