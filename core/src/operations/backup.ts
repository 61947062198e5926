import { access, mkdtemp, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { create } from 'tar'
import { loadConfig } from '../config/config.js'
import { loadSecrets } from '../config/secrets.js'
import { startEmbeddedPostgres } from '../platform/database/embedded-postgres.js'
import { passwordOf } from '../platform/database/roles.js'
import { runningPostgres } from '../platform/database/running-postgres.js'
import { takeBaseBackup } from './base-backup.js'
import { copyTree } from './copy-tree.js'
import { DESCRIPTION, FORMAT, type Description } from './description.js'

/** Of the home: the database is copied by its own means, logs are shipped elsewhere, and the rest is made anew. */
const LEFT_OUT = /^(postgres|services|host\.pid|modules\/\.(cache|staging)|secrets\.json\.\d+)(\/|$)/
const DATA = 'postgres/data'

/**
 * Writes all data of a host into one file: its own database, files, packages and secrets. The host may run meanwhile.
 * @param place.file must not be there yet; it is a gzipped tar that only its owner may read
 * @returns its size in bytes
 * @throws SettingsError; Error saying why there can be no backup
 */
export async function backup(env: NodeJS.ProcessEnv, { home, file }: { home: string; file: string }): Promise<{ bytes: number }> {
  const config = loadConfig(env, { home })
  if (config.database.url !== undefined) throw new Error('DATABASE_URL names a server that has backups of its own (pg_basebackup, pg_dump); this is for the database that the host starts itself.')
  await access(path.join(config.home, DATA, 'PG_VERSION')).catch(() => {
    throw new Error(`There is no host's data in ${config.home}.`)
  })
  if (await access(file).then(() => true, () => false)) throw new Error(`${file} is there already and is left as it is.`)
  const staging = await mkdtemp(`${path.resolve(file)}.`)
  try {
    const { secretKey } = await loadSecrets(config)
    await withServer(config.home, { secretKey }, (address) => takeBaseBackup(address, { data: path.join(config.home, DATA), to: path.join(staging, DATA) }))
    // After the database: what its rows name is there by then, and content is never changed.
    await copyTree(config.home, { to: staging, leavesOut: (relative) => LEFT_OUT.test(relative) })
    await writeFile(path.join(staging, DESCRIPTION), JSON.stringify(describe(), null, 2))
    return { bytes: await pack(staging, file) }
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

type Address = Awaited<ReturnType<typeof startEmbeddedPostgres>>['address']

/** The server of the host that runs there, else one that runs as long as `work`. */
async function withServer(home: string, { secretKey }: { secretKey: string }, work: (address: Address) => Promise<void>): Promise<void> {
  const running = await runningPostgres(home)
  if (running) return work(running)
  const server = await startEmbeddedPostgres({ home, password: passwordOf(secretKey, 'postgres') })
  try {
    await work(server.address)
  } finally {
    await server.stop()
  }
}

function describe(): Description {
  const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }
  return { format: FORMAT, host: version, made_at: new Date().toISOString() }
}

/** Written beside and renamed: under the name there is a whole backup or none. */
async function pack(folder: string, file: string): Promise<number> {
  const beside = `${file}.part`
  await create({ cwd: folder, file: beside, gzip: { level: 2 }, portable: true, mode: 0o600 }, ['.'])
  const handle = await open(beside, 'r+')
  await handle.chmod(0o600)
  await handle.sync()
  await handle.close()
  await rename(beside, file)
  return (await stat(file)).size
}
