import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildHost, type Host } from '../src/app.js'
import { loadConfig } from '../src/config/config.js'
import { rotateSecret } from '../src/operations/index.js'
import { createTestDatabase, TestClient, testServer } from '../src/testing/index.js'

const PASSWORD = 'Corr3ct-horse-battery'
const REFRESH = '/api/v1/auth/refresh'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'innoerp-rotate-'))
  await chmod(folder, 0o755)
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

async function start(home: string, settings: Record<string, string> = {}): Promise<{ host: Host; client(name: string): TestClient }> {
  const host = await buildHost(loadConfig({ PORT: '0', INNOERP_ADMIN_PASSWORD: 'Root-of-all-tests-1', ...settings }, { home }), { passwordCost: 4 })
  const port = await host.listen()
  return { host, client: (name) => new TestClient({ host: name, port }) }
}

/** An organization, and its owner who is signed in. */
async function signUp(client: (name: string) => TestClient): Promise<TestClient> {
  const company = { business_name: 'Acme', subdomain: 'acme', owner_email: 'owner@acme.example', owner_name: 'Olive Owner', password: PASSWORD }
  await client('localhost').post('/api/v1/organizations/signup', company).expect(201)
  return client('acme.localhost').signIn(company.owner_email, PASSWORD)
}

/** The same person at a host that was started anew. */
async function goesOn(before: TestClient, client: (name: string) => TestClient): Promise<void> {
  const after = Object.assign(client('acme.localhost'), { token: before.token })
  for (const [name, value] of before.cookies) after.cookies.set(name, value)
  await after.get('/api/v1/auth/me').expect(200)
  const origin = `http://acme.localhost:${after.port}`
  await after.post(REFRESH, undefined, { headers: { origin } }).expect(200)
  await after.signIn('owner@acme.example', PASSWORD)
  for (const [name, value] of after.cookies) before.cookies.set(name, value)
}

const keptKey = async (home: string) => (JSON.parse(await readFile(path.join(home, 'secrets.json'), 'utf8')) as { secretKey: string }).secretKey

test('a home’s key is changed while no host runs: tokens and sessions go on; what a crash cut off is taken up again', async () => {
  const home = path.join(folder, 'home')
  const first = await start(home)
  const owner = await signUp(first.client)
  await expect(rotateSecret({}, { home })).rejects.toThrow('A host runs in')
  await first.host.close()

  const old = await keptKey(home)
  expect(await rotateSecret({}, { home })).toEqual({ secretKey: undefined })
  const next = await keptKey(home)
  expect(next).not.toBe(old)
  const second = await start(home)
  await goesOn(owner, second.client)
  await second.host.close()

  // As if it had died after the database and before the home.
  const secrets = JSON.parse(await readFile(path.join(home, 'secrets.json'), 'utf8')) as object
  await writeFile(path.join(home, 'secrets.json'), JSON.stringify({ ...secrets, secretKey: old }))
  await writeFile(path.join(home, 'secret-key.next'), next)
  await rotateSecret({}, { home })
  expect(await keptKey(home)).toBe(next)
  const third = await start(home)
  await goesOn(owner, third.client)
  await third.host.close()
}, 120_000)

test('a key of the environment is handed back for the operator to give to every host', async () => {
  const server = await testServer()
  const database = await createTestDatabase(server)
  const home = path.join(folder, 'other')
  const settings = { DATABASE_URL: database.url, INNOERP_SECRET_KEY: 'a key of the environment' }
  const first = await start(home, settings)
  const owner = await signUp(first.client)
  await expect(rotateSecret(settings, { home })).rejects.toThrow('Hosts are connected')
  await first.host.close()
  const { secretKey = '' } = await rotateSecret(settings, { home })
  await expect(start(home, settings)).rejects.toThrow('another INNOERP_SECRET_KEY')
  const second = await start(home, { ...settings, INNOERP_SECRET_KEY: secretKey })
  await goesOn(owner, second.client)
  await second.host.close()
  await database.drop()
  await server.stop()
}, 120_000)
