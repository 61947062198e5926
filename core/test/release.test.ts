import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildHost, type Host } from '../src/app.js'
import { loadConfig } from '../src/config/config.js'
import { createTestDatabase, testServer, type TestServer } from '../src/testing/database-server.js'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '../..')

let home: string
let release: string
let server: TestServer
let database: Awaited<ReturnType<typeof createTestDatabase>>

const newKey = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'innoerp-release-'))
  await chmod(home, 0o755)
  release = path.join(home, 'release')
  const key = path.join(home, 'key.pem')
  await writeFile(key, newKey(), { mode: 0o600 })
  await run(process.execPath, ['infra/images/release.mjs', '--key', key, '--out', release, 'inventory'], { cwd: root })
  server = await testServer()
  database = await createTestDatabase(server)
})
afterAll(async () => {
  await rm(path.join(root, 'plugins/inventory/innoerp.sig.json'), { force: true })
  await database?.drop()
  await server?.stop()
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
})

/** A host of production, which makes no key of its own. */
async function start(): Promise<{ host: Host; installed: string[] }> {
  const installed: string[] = []
  const settings = { PORT: '0', NODE_ENV: 'production', DATABASE_URL: database.url, INNOERP_ADMIN_PASSWORD: 'Root-of-all-tests-1' }
  const host = await buildHost(loadConfig(settings, { home: path.join(home, 'data') }), { release, passwordCost: 4, onProgress: (line) => void installed.push(line) })
  await host.listen().catch(async (error: unknown) => {
    await host.close()
    throw error
  })
  return { host, installed }
}

test('production installs the modules that its image was built with, signed there; the next start has nothing to do', async () => {
  const first = await start()
  expect(first.installed).toEqual(['installed @innoerp/module-inventory 1.0.0'])
  expect(first.host.catalogue.versions()).toMatchObject([{ module_id: 'inventory', version: '1.0.0', state: 'active', signature: 'signed', isolation: 'inline' }])
  expect(first.host.catalogue.module('inventory')?.channels.stable).toBe('1.0.0')
  await first.host.close()
  const second = await start()
  expect(second.installed).toEqual([])
  await second.host.close()
})
