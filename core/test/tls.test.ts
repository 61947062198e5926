import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import https from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect, type PeerCertificate } from 'node:tls'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildHost, type Host } from '../src/app.js'
import { loadConfig } from '../src/config/config.js'
import { createTestDatabase, testServer, type TestServer } from '../src/testing/database-server.js'
import { isolatedPlugins } from '../src/testing/plugins.js'
import { makeCertificate, replace } from './support/certificate.js'

const PASSWORD = 'Corr3ct-horse-battery'
const PROJECTS = path.resolve(import.meta.dirname, '../../plugins/projects')

interface Answer {
  status: number
  /** Whether it came over a connection that was open before. */
  isReused: boolean
  headers: Record<string, string | string[] | undefined>
  body: Record<string, unknown>
}

let home: string
let server: TestServer
let database: Awaited<ReturnType<typeof createTestDatabase>>
let files: { cert: string; key: string }
let host: Host
let port: number

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'innoerp-tls-'))
  await chmod(home, 0o755)
  files = await makeCertificate(home, 'host')
  server = await testServer()
  database = await createTestDatabase(server)
  const settings = { PORT: '0', DATABASE_URL: database.url, INNOERP_TLS_CERT: files.cert, INNOERP_TLS_KEY: files.key, INNOERP_ADMIN_PASSWORD: 'Root-of-all-tests-1' }
  host = await buildHost(loadConfig(settings, { home }), { plugins: await isolatedPlugins(home, [PROJECTS]), passwordCost: 4 })
  port = await host.listen()
})
afterAll(async () => {
  await host?.close()
  await database?.drop()
  await server?.stop()
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
})

/** Checked against the certificate in the file, like any client that trusts it. */
async function ask(method: string, where: string, { name = 'localhost', json, agent }: { name?: string; json?: unknown; agent?: https.Agent } = {}): Promise<Answer> {
  const trust = agent ? { agent } : { ca: await readFile(files.cert) }
  const own = `${name}:${port}`
  const headers = { host: own, origin: `https://${own}`, ...(json !== undefined && { 'content-type': 'application/json' }) }
  return new Promise((resolve, reject) => {
    const request = https.request({ host: '127.0.0.1', servername: name, port, method, path: where, headers, ...trust }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => (text += part))
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, isReused: request.reusedSocket, headers: answer.headers, body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} }))
    })
    request.once('error', reject).end(json === undefined ? undefined : JSON.stringify(json))
  })
}

const shown = () =>
  new Promise<PeerCertificate>((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate())
      socket.destroy()
    }).once('error', reject)
  })

test('people sign up and in by https: strict transport, a cookie of this host alone, links that are https', async () => {
  const company = { business_name: 'Acme', subdomain: 'acme', owner_email: 'owner@acme.example', owner_name: 'Olive Owner', password: PASSWORD }
  expect((await ask('POST', '/api/v1/organizations/signup', { json: company })).status).toBe(201)
  const { status, headers } = await ask('POST', '/api/v1/auth/login', { name: 'acme.localhost', json: { email: company.owner_email, password: PASSWORD } })
  expect(status).toBe(200)
  expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
  expect(String(headers['set-cookie'])).toMatch(/^__Host-innoerp_refresh=.*; Secure; SameSite=Strict/)
  expect(host.platform.origins.tenant('acme')).toBe(`https://acme.localhost:${port}`)
})

test('a module was published to the host’s own registry and installed from it', async () => {
  expect(host.catalogue.list().map(({ module_id }) => module_id)).toContain('projects')
  const packument = await ask('GET', '/registry/@innoerp%2fmodule-projects')
  expect(JSON.stringify(packument.body)).toContain(`"tarball":"https://localhost:${port}/registry/`)
})

test('renewed files are taken while it runs; half a renewal changes nothing, and open connections go on', async () => {
  const agent = new https.Agent({ keepAlive: true, maxSockets: 1, ca: await readFile(files.cert) })
  expect((await ask('GET', '/health/ready', { agent })).status).toBe(200)
  const renewed = await makeCertificate(home, 'renewed')
  await replace(renewed.cert, files.cert)
  await sleep(1_500)
  expect((await shown()).subject.CN).toBe('host')
  await replace(renewed.key, files.key)
  for (let waited = 0; waited < 5_000 && (await shown()).subject.CN !== 'renewed'; waited += 100) await sleep(100)
  expect((await shown()).subject.CN).toBe('renewed')
  expect((await ask('GET', '/health/ready')).status).toBe(200)
  expect(await ask('GET', '/health/ready', { agent })).toMatchObject({ status: 200, isReused: true })
  agent.destroy()
})

test('files that do not fit together, or are not there, stop the start with one line', async () => {
  const other = await makeCertificate(home, 'other')
  const start = (pair: { cert: string; key: string }) =>
    buildHost(loadConfig({ PORT: '0', DATABASE_URL: database.url, INNOERP_TLS_CERT: pair.cert, INNOERP_TLS_KEY: pair.key }, { home }))
  await expect(start({ cert: files.cert, key: other.key })).rejects.toThrow(/^The settings cannot be used\. INNOERP_TLS_CERT, INNOERP_TLS_KEY: .*mismatch/)
  await expect(start({ cert: path.join(home, 'none.crt'), key: other.key })).rejects.toThrow(/INNOERP_TLS_CERT, INNOERP_TLS_KEY: ENOENT/)
})
