import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { allMigrations } from '../src/app.js'
import { loadConfig } from '../src/config/config.js'
import { openDatabase } from '../src/platform/database/database.js'
import { enqueueStatement, openJobs } from '../src/platform/jobs/index.js'
import { LogFiles } from '../src/platform/logging/log-files.js'
import { createTestDatabase, testServer } from '../src/testing/index.js'
import { A, until } from './support/platform-rig.js'

test('a login with CREATEROLE and CREATE alone is enough for tables, roles and jobs (DECISIONS 10)', async () => {
  const server = await testServer()
  const made = await createTestDatabase(server)
  const home = await mkdtemp(path.join(tmpdir(), 'innoerp-plain-'))
  const logs = new LogFiles({ home, debug: false })
  const login = `${made.name}_plain`
  const root = new pg.Client({ ...server.address, database: made.name })
  await root.connect()
  await root.query(`create role "${login}" login createrole nosuperuser password 'plain-password'; grant create on database ${made.name} to "${login}" with grant option`)
  await root.query(`grant connect, temporary on database ${made.name} to "${login}" with grant option; revoke create on schema public from public`)
  const url = new URL(made.url)
  url.username = login
  url.password = 'plain-password'
  const database = await openDatabase(loadConfig({ DATABASE_URL: url.href }, { home }), { secretKey: 'a secret of the test', migrations: await allMigrations() })
  const jobs = await openJobs(database, logs.logger('test', 'jobs'))
  try {
    await database.core.run('platform', `insert into tenant.organizations (id, name, slug, subdomain, owner_email, owner_name) values ($1, 'a', 'aaa', 'aaa', 'o@example.com', 'O')`, [A])
    await database.core.batch({ organizationId: A }, [enqueueStatement({ module_id: 'notes', name: 'plain', payload: {}, payload_version: '1.0.0', max_attempts: 1 })])
    jobs.start(async () => '1.0.0')
    await until(async () => (await database.core.run<{ state: string }>({ organizationId: A }, 'select state from platform.jobs'))[0]?.state === 'succeeded')
    const { rows } = await root.query<{ rolname: string }>('select rolname from pg_roles where starts_with(rolname, $1) and (rolsuper or rolbypassrls)', [`${made.name}_`])
    expect(rows).toEqual([])
  } finally {
    await jobs.stop()
    await database.close()
    await logs.close()
    await root.query(`reassign owned by "${login}" to current_user; drop owned by "${login}"`)
    await root.end()
    await made.drop()
    await server.stop()
    await rm(home, { recursive: true, force: true })
  }
})
