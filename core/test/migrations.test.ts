import { createTestDatabase, testServer } from '../src/testing/index.js'
import { ModuleSchema } from '@innoerp/sdk/server'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { allMigrations } from '../src/app.js'
import { importMigration } from '../src/modules/install/migrations.js'
import { migrateCore, migrateDown } from '../src/platform/database/migrate.js'
import { ensureModuleRole, ensureRoles, rolesOf } from '../src/platform/database/roles.js'
import { CRM, PROJECTS } from './support/modules.js'

const TABLES = `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' order by 1`

/** An empty database with its roles; `work` gets a connection that may do everything. */
async function withDatabase(work: (db: pg.Client, roles: ReturnType<typeof rolesOf>) => Promise<void>): Promise<void> {
  const server = await testServer()
  const database = await createTestDatabase(server)
  const db = new pg.Client({ ...server.address, database: database.name })
  await db.connect()
  try {
    const roles = rolesOf(database.name)
    await ensureRoles(db, { roles, secretKey: 'a secret of the test', database: database.name })
    await work(db, roles)
  } finally {
    await db.end()
    await database.drop()
    await server.stop()
  }
}
const tables = async (db: pg.Client): Promise<string[]> => (await db.query<{ name: string }>(TABLES)).rows.map((row) => row.name)

test('core’s steps go up, with data in them down, and up again', () =>
  withDatabase(async (db, roles) => {
    const migrations = await allMigrations()
    const ran = await migrateCore(db, { migrations, roles })
    expect(ran).toEqual(migrations.map(({ id }) => id))
    const made = await tables(db)
    expect(made.length).toBeGreaterThan(15)
    await db.query(`insert into tenant.organizations (id, name, slug, subdomain, owner_email, owner_name) values (gen_random_uuid(), 'A', 'aaa', 'aaa', 'a@example.com', 'A')`)
    expect(await migrateCore(db, { migrations, roles })).toEqual([])
    await migrateDown(db, { migrations, roles })
    expect(await tables(db)).toEqual(['platform.migrations'])
    await migrateCore(db, { migrations, roles })
    expect(await tables(db)).toEqual(made)
  }))

describe.each([
  ['projects', PROJECTS],
  ['crm', CRM],
])('the migrations of %s', (moduleId, folder) => {
  const files = () => readdirSync(path.join(folder, 'build/migrations')).filter((name) => name.endsWith('.js')).sort()
  test('go up and down and up again', () =>
    withDatabase(async (db, roles) => {
      await migrateCore(db, { migrations: await allMigrations(), roles })
      const role = await ensureModuleRole(db, { roles, moduleId })
      await db.query(`set role "${roles.owner}"`)
      const schema = `mod_${moduleId}`
      await db.query(`create schema ${schema}`)
      const run = async (step: 'expand' | 'down', names: string[]) => {
        for (const name of names) {
          const sink = new ModuleSchema({ schema, role, owner: roles.owner })
          ;(await importMigration(path.join(folder, 'build/migrations', name)))[step](sink)
          for (const sql of sink.statements) await db.query(sql)
        }
      }
      const before = await tables(db)
      await run('expand', files())
      const made = await tables(db)
      expect(made.length).toBeGreaterThan(before.length)
      await run('down', files().reverse())
      expect(await tables(db)).toEqual(before)
      await run('expand', files())
      expect(await tables(db)).toEqual(made)
    }))
})

test('an owner’s backfill reaches the rows of every organization, though policies are forced (DECISIONS 10)', () =>
  withDatabase(async (db, roles) => {
    await migrateCore(db, { migrations: await allMigrations(), roles })
    for (const name of ['one', 'two']) {
      await db.query(`insert into tenant.organizations (id, name, slug, subdomain, owner_email, owner_name) values (gen_random_uuid(), $1, $1, $1, 'a@example.com', 'A')`, [name])
    }
    await db.query(`set role "${roles.owner}"`)
    const { rowCount } = await db.query(`update tenant.organizations set owner_name = 'Backfilled'`)
    expect(rowCount).toBe(2)
  }))
