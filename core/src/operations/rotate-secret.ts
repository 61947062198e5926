import { randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { loadConfig, type Config } from '../config/config.js'
import { keepSecretKey, loadSecrets } from '../config/secrets.js'
import { connect, connectionOf, DATABASE } from '../platform/database/database.js'
import { startEmbeddedPostgres, SUPERUSER } from '../platform/database/embedded-postgres.js'
import { passwordOf, rolesOf } from '../platform/database/roles.js'
import { runningPostgres } from '../platform/database/running-postgres.js'
import { createSealer } from '../services/auth/sealing.js'

/** What the secret key seals: the table, the sealed column, and what each seal belongs to. */
const SEALED = [
  { table: 'auth.signing_keys', column: 'private_jwk_encrypted', id: 'kid', purpose: 'signing keys' },
  { table: 'auth.refresh_tokens', column: 'successor', id: 'id', purpose: 'refresh tokens' },
] as const
const REFUSED = '28P01'

interface Keys {
  old: string
  next: string
}

/**
 * Changes the secret key while no host runs: what it seals is sealed again, and the database logins whose passwords come from it get new
 * ones, in one transaction. Tokens that were given out stay good until they end. What a crash cut off is taken up again.
 * @returns the new key where the old one came from INNOERP_SECRET_KEY, which is the operator's to change
 * @throws SettingsError; Error saying why it cannot be done
 */
export async function rotateSecret(env: NodeJS.ProcessEnv, { home }: { home: string }): Promise<{ secretKey: string | undefined }> {
  const config = loadConfig(env, { home })
  if (config.database.url === undefined && (await runningPostgres(config.home))) throw new Error(`A host runs in ${config.home}. Stop it first.`)
  const { secretKey: old } = await loadSecrets(config)
  const waiting = path.join(config.home, 'secret-key.next')
  const keys = { old, next: await nextKey(waiting) }
  await withOwner(config, keys, (db, roles) => reseal(db, { keys, roles, isEmbedded: config.database.url === undefined }))
  if (config.secretKey === undefined) await keepSecretKey(config.home, keys.next)
  await rm(waiting)
  return { secretKey: config.secretKey === undefined ? undefined : keys.next }
}

/** The key that an attempt before left, or a new one: it is on disk before anything is sealed with it. */
async function nextKey(file: string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  const next = kept ?? randomBytes(32).toString('base64url')
  if (kept === undefined) await writeFile(file, next, { mode: 0o600, flush: true })
  return next
}

type Work = (db: pg.Client, roles: ReturnType<typeof rolesOf>) => Promise<void>

async function withOwner({ home, database: { url } }: Config, keys: Keys, work: Work): Promise<void> {
  const server = url === undefined ? await startEmbeddedPostgres({ home, password: passwordOf(keys.old, SUPERUSER) }) : undefined
  const connection = server ? { ...server.address, database: DATABASE } : connectionOf(url ?? '')
  try {
    const db = await connect(connection).catch((error: { code?: string }) => {
      // An attempt before got as far as the password of the embedded server.
      if (!server || error.code !== REFUSED) throw error
      return connect({ ...connection, password: passwordOf(keys.next, SUPERUSER) })
    })
    try {
      await work(db, rolesOf(connection.database ?? DATABASE))
    } finally {
      await db.end()
    }
  } finally {
    await server?.stop()
  }
}

async function reseal(db: pg.Client, { keys, roles, isEmbedded }: { keys: Keys; roles: ReturnType<typeof rolesOf>; isEmbedded: boolean }): Promise<void> {
  const { rowCount: hosts } = await db.query('select 1 from pg_stat_activity where datname = current_database() and usename = $1', [roles.app])
  if (hosts) throw new Error('Hosts are connected to this database. Stop them all first.')
  await db.query('begin')
  try {
    for (const sealed of SEALED) await resealTable(db, { sealed, keys, owner: roles.owner })
    const { rows } = await db.query<{ rolname: string }>('select rolname from pg_roles where rolname = $1 or starts_with(rolname, $2)', [roles.app, roles.process('')])
    for (const login of [...rows.map(({ rolname }) => rolname), ...(isEmbedded ? [SUPERUSER] : [])]) {
      await db.query(`alter role "${login}" password '${passwordOf(keys.next, login)}'`)
    }
    await db.query('commit')
  } catch (error) {
    await db.query('rollback')
    throw error
  }
}

async function resealTable(db: pg.Client, { sealed: { table, column, id, purpose }, keys, owner }: { sealed: (typeof SEALED)[number]; keys: Keys; owner: string }): Promise<void> {
  const [old, next] = [createSealer(keys.old, purpose), createSealer(keys.next, purpose)]
  await db.query(`set local role "${owner}"`)
  const { rows } = await db.query<{ id: string; sealed: string }>(`select ${id}::text as id, ${column} as sealed from ${table} where ${column} is not null for update`)
  for (const row of rows) {
    if (isSealedWith(next, row)) continue
    await db.query(`update ${table} set ${column} = $2 where ${id}::text = $1`, [row.id, next.seal(old.unseal(row.sealed, row.id), row.id)])
  }
  await db.query('reset role')
}

function isSealedWith(sealer: ReturnType<typeof createSealer>, { id, sealed }: { id: string; sealed: string }): boolean {
  try {
    sealer.unseal(sealed, id)
    return true
  } catch {
    return false
  }
}
