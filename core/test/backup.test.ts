import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildHost, type Host } from '../src/app.js'
import { loadConfig } from '../src/config/config.js'
import { backup, restore } from '../src/operations/index.js'
import { startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.js'
import { passwordOf } from '../src/platform/database/roles.js'
import { TestClient } from '../src/testing/index.js'
import { isolatedPlugins } from '../src/testing/plugins.js'

const PASSWORD = 'Corr3ct-horse-battery'
const ADMIN_PASSWORD = 'Root-of-all-tests-1'
const INVENTORY = path.resolve(import.meta.dirname, '../../plugins/inventory')

let folder: string
const at = (name: string) => path.join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'innoerp-backup-'))
  await chmod(folder, 0o755)
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

/** A host with the database of its own. */
async function start(home: string, plugins?: string): Promise<{ host: Host; client(name: string): TestClient }> {
  const config = loadConfig({ PORT: '0', INNOERP_ADMIN_PASSWORD: ADMIN_PASSWORD, INNOERP_LIMIT_SIGNUP: '0', INNOERP_LIMIT_LOGIN: '0' }, { home })
  const host = await buildHost(config, { ...(plugins && { plugins }), passwordCost: 4 })
  const port = await host.listen()
  return { host, client: (name) => new TestClient({ host: name, port }) }
}

async function signUp(client: (name: string) => TestClient, subdomain: string): Promise<{ id: string; owner: TestClient }> {
  const email = `owner@${subdomain}.example`
  const company = { business_name: subdomain, subdomain, owner_email: email, owner_name: 'Olive Owner', password: PASSWORD }
  const { organization } = await client('localhost').post<{ organization: { id: string } }>('/api/v1/organizations/signup', company).expect(201)
  return { id: organization.id, owner: await client(`${subdomain}.localhost`).signIn(email, PASSWORD) }
}

/** Table → digest of all its rows, of the database of a home where no host runs. */
async function checksums(home: string): Promise<Record<string, string>> {
  const { secretKey } = JSON.parse(await readFile(path.join(home, 'secrets.json'), 'utf8')) as { secretKey: string }
  const server = await startEmbeddedPostgres({ home, password: passwordOf(secretKey, 'postgres') })
  const db = new pg.Client({ ...server.address, database: 'innoerp' })
  await db.connect()
  const { rows: tables } = await db.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const sums: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await db.query<{ sum: string }>(`select count(*) || ' ' || coalesce(md5(string_agg(row::text, '|' order by row::text)), '') as sum from ${name} row`)
    sums[name] = rows[0]?.sum ?? ''
  }
  await db.end()
  await server.stop()
  return sums
}

/** Every file below these folders of a home, with its content. */
async function contents(home: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const top of ['files', 'registry', 'modules', 'keys']) {
    for (const entry of await readdir(path.join(home, top), { recursive: true, withFileTypes: true }).catch(() => [])) {
      const file = path.join(entry.parentPath, entry.name)
      if (entry.isFile() && !file.includes('/.cache/')) found[path.relative(home, file)] = (await readFile(file)).toString('base64')
    }
  }
  return found
}

describe('a host with a database of its own', () => {
  test('is backed up while it works, destroyed and restored: every table, file and package as it was; people go on', async () => {
    const home = at('home')
    const { host, client } = await start(home, await isolatedPlugins(folder, [INVENTORY]))
    const { id, owner } = await signUp(client, 'acme')
    await (await client('admin.localhost').signIn('admin@innoerp.local', ADMIN_PASSWORD)).post(`/api/v1/modules/assign/${id}`, { module_id: 'inventory' }).expect(201)
    await host.platform.files.store({ organizationId: id, moduleId: 'core' }, { name: 'note.txt', content: Buffer.from('kept') })
    // Somebody signs up all the time: what was acknowledged before the backup is in it, whatever happens meanwhile.
    const done = new AbortController()
    const others = (async () => {
      for (let n = 0; !done.signal.aborted; n++) {
        await signUp(client, `busy-${n}`)
        await sleep(100)
      }
    })()
    const live = await backup({}, { home, file: at('live.tgz') })
    done.abort()
    await others
    expect((await stat(at('live.tgz'))).mode & 0o777).toBe(0o600)
    expect(live.bytes).toBe((await stat(at('live.tgz'))).size)
    await host.close()

    const [before, files] = [await checksums(home), await contents(home)]
    expect(Object.keys(before).length).toBeGreaterThan(40)
    expect(Object.keys(before).some((name) => name.startsWith('mod_inventory.'))).toBe(true)
    await backup({}, { home, file: at('still.tgz') })
    await rm(home, { recursive: true })
    expect(await restore({}, { home, file: at('still.tgz') })).toMatchObject({ host: '1.0.0', organizations: expect.any(Number) })
    expect(await checksums(home)).toEqual(before)
    expect(await contents(home)).toEqual(files)

    await rm(home, { recursive: true })
    await restore({}, { home, file: at('live.tgz') })
    const again = await start(home)
    // A token of before the backup still counts: its key is the same.
    const sameOwner = Object.assign(again.client('acme.localhost'), { token: owner.token })
    expect((await sameOwner.get<{ email: string }>('/api/v1/auth/me').expect(200)).email).toBe('owner@acme.example')
    await sameOwner.get('/api/v1/inventory/items').expect(200)
    await again.host.close()
  }, 180_000)

  test('nothing is written over, and what is no backup leaves nothing behind', async () => {
    await writeFile(at('other.tgz'), 'no archive')
    await expect(backup({}, { home: at('nowhere'), file: at('new.tgz') })).rejects.toThrow("There is no host's data")
    await expect(backup({}, { home: at('home'), file: at('other.tgz') })).rejects.toThrow('is there already')
    await expect(restore({}, { home: at('home'), file: at('still.tgz') })).rejects.toThrow('is not empty')
    await expect(restore({}, { home: at('empty'), file: at('other.tgz') })).rejects.toThrow(/Unrecognized archive|TAR|no backup/)
    expect(await readdir(at('empty'))).toEqual([])
    await expect(backup({ DATABASE_URL: 'postgres://erp@db/innoerp' }, { home: at('home'), file: at('new.tgz') })).rejects.toThrow('backups of its own')
  })
})
