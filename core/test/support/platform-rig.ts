import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { allMigrations } from '../../src/app.js'
import { loadConfig } from '../../src/config/config.js'
import { openDatabase } from '../../src/platform/database/database.js'
import { LogFiles } from '../../src/platform/logging/log-files.js'
import { createTestDatabase, testServer } from '../../src/testing/index.js'

export const A = '0193a8f0-0000-7000-8000-00000000000a'
export const B = '0193a8f0-0000-7000-8000-00000000000b'

/** Core's database with two organizations, and nothing that runs on it. */
export async function createPlatformRig() {
  const server = await testServer()
  const made = await createTestDatabase(server)
  const home = await mkdtemp(path.join(tmpdir(), 'innoerp-rig-'))
  const config = loadConfig({ DATABASE_URL: made.url }, { home })
  const database = await openDatabase(config, { secretKey: 'a secret of the rig', migrations: await allMigrations() })
  const logs = new LogFiles({ home, debug: false })
  for (const [id, name] of [[A, 'aaa'], [B, 'bbb']]) {
    await database.core.run('platform', `insert into tenant.organizations (id, name, slug, subdomain, owner_email, owner_name) values ($1, $2, $2, $2, 'o@example.com', 'O')`, [id, name])
  }
  return {
    url: made.url,
    home,
    config,
    database,
    logs,
    close: async () => {
      await database.close()
      await logs.close()
      await made.drop()
      await server.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}
export type PlatformRig = Awaited<ReturnType<typeof createPlatformRig>>

/** Waits until `look` gives something; fails after `ms`. */
export async function until<T>(look: () => Promise<T | undefined | false>, ms = 10_000): Promise<T> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(20)) {
    const seen = await look()
    if (seen !== undefined && seen !== false) return seen
  }
  throw new Error(`it did not happen within ${ms} ms`)
}
