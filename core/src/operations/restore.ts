import { chmod, chown, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { extract } from 'tar'
import { loadConfig } from '../config/config.js'
import { loadSecrets } from '../config/secrets.js'
import { findBinaries } from '../platform/database/binaries.js'
import { connect, DATABASE } from '../platform/database/database.js'
import { startEmbeddedPostgres } from '../platform/database/embedded-postgres.js'
import { passwordOf } from '../platform/database/roles.js'
import { launcherFor } from '../platform/database/run-as.js'
import { DESCRIPTION, FORMAT, type Description } from './description.js'

/** What came back. */
export interface Restored extends Omit<Description, 'format'> {
  organizations: number
}

/**
 * Puts a backup into an empty home and has its database recover, so that the next start of a host finds everything as it was.
 * @throws SettingsError; Error saying why it cannot be restored; the home is empty again then
 */
export async function restore(env: NodeJS.ProcessEnv, { home, file }: { home: string; file: string }): Promise<Restored> {
  const config = loadConfig(env, { home })
  if (config.database.url !== undefined) throw new Error('DATABASE_URL is set; what is restored is the database that the host starts itself.')
  if ((await readdir(config.home).catch(() => [])).length > 0) throw new Error(`${config.home} is not empty. Restore into a folder that is, or is not there.`)
  await mkdir(config.home, { recursive: true })
  try {
    const description = await unpack(file, config.home)
    await giveToServer(path.join(config.home, 'postgres'))
    const { secretKey } = await loadSecrets(config)
    return { ...description, organizations: await recover(config.home, secretKey) }
  } catch (error) {
    for (const name of await readdir(config.home)) await rm(path.join(config.home, name), { recursive: true, force: true })
    throw error
  }
}

async function unpack(file: string, home: string): Promise<Omit<Description, 'format'>> {
  await extract({ file, cwd: home, strict: true, filter: (_path, entry) => !('type' in entry) || entry.type === 'File' || entry.type === 'Directory' })
  const text = await readFile(path.join(home, DESCRIPTION), 'utf8').catch(() => '{}')
  const { format, host, made_at } = JSON.parse(text) as Description
  if (format !== FORMAT) throw new Error(`${file} is no backup of a host.`)
  await rm(path.join(home, DESCRIPTION))
  await chmod(path.join(home, 'secrets.json'), 0o600)
  return { host, made_at }
}

/** Its own user alone may enter a data folder, or PostgreSQL does not start. */
async function giveToServer(folder: string): Promise<void> {
  const { uid, gid } = launcherFor([findBinaries(), folder])
  const give = async (at: string): Promise<void> => {
    if (uid !== undefined && gid !== undefined) await chown(at, uid, gid)
  }
  for (const { parentPath, name } of await readdir(folder, { recursive: true, withFileTypes: true })) await give(path.join(parentPath, name))
  await give(folder)
  await chmod(path.join(folder, 'data'), 0o700)
}

/** Starts the server once: it replays the log up to the end of the backup. */
async function recover(home: string, secretKey: string): Promise<number> {
  const server = await startEmbeddedPostgres({ home, password: passwordOf(secretKey, 'postgres') })
  try {
    const db = await connect({ ...server.address, database: DATABASE })
    const { rows } = await db.query<{ count: number }>('select count(*)::int from tenant.organizations')
    await db.end()
    return rows[0]?.count ?? 0
  } finally {
    await server.stop()
  }
}
