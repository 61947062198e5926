import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import path from 'node:path'
import { allMigrations } from '../src/app.js'
import { loadConfig } from '../src/config/config.js'
import { openDatabase } from '../src/platform/database/database.js'
import { prepareQueue } from '../src/platform/jobs/queue-schema.js'
import { createTestDatabase, testServer } from '../src/testing/index.js'

test('services that start at once over an empty database agree on its tables and rights', async () => {
  const server = await testServer()
  const made = await createTestDatabase(server)
  const home = await mkdtemp(path.join(tmpdir(), 'innoerp-at-once-'))
  const migrations = await allMigrations()
  const start = async () => {
    const database = await openDatabase(loadConfig({ DATABASE_URL: made.url }, { home }), { secretKey: 'a secret of the test', migrations })
    for (let again = 0; again < 20; again++) await prepareQueue(database)
    await database.close()
  }
  try {
    expect(await Promise.all(Array.from({ length: 6 }, start))).toHaveLength(6)
  } finally {
    await made.drop()
    await server.stop()
    await rm(home, { recursive: true, force: true })
  }
})
