import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { connect } from '../src/platform/database/database.js'
import { startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.js'
import { passwordOf } from '../src/platform/database/roles.js'
import { runningPostgres } from '../src/platform/database/running-postgres.js'

test('the server of a home is found while it runs, and logs in with what the home keeps', { timeout: 120_000 }, async () => {
  const home = await mkdtemp(path.join(tmpdir(), 'innoerp-running-'))
  await chmod(home, 0o755)
  try {
    expect(await runningPostgres(home)).toBeUndefined()
    const secretKey = 'a secret of the test'
    await writeFile(path.join(home, 'secrets.json'), JSON.stringify({ secretKey }))
    const server = await startEmbeddedPostgres({ home, password: passwordOf(secretKey, 'postgres') })
    try {
      const address = await runningPostgres(home)
      expect(address).toEqual(server.address)
      const db = await connect({ ...server.address, ...address, database: 'postgres' })
      expect((await db.query('select 1 as one')).rows).toEqual([{ one: 1 }])
      await db.end()
    } finally {
      await server.stop()
    }
    expect(await runningPostgres(home)).toBeUndefined()
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
})
