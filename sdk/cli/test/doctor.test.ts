import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkNode, checkPort } from '../src/doctor/machine.js'
import { innoerp } from './scratch.js'

let folder: string
let server: Server
let env: Record<string, string>
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'innoerp-doctor-'))
  // A registry and a host in one: they tell that they are there, and which token is right.
  server = createServer((request, response) => {
    const isRight = request.headers.authorization === 'Bearer right'
    response.writeHead(request.url?.endsWith('/whoami') && !isRight ? 401 : 200).end('{}')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  env = { INNOERP_REGISTRY_URL: `http://localhost:${port}/registry/`, INNOERP_URL: `http://admin.localhost:${port}`, INNOERP_REGISTRY_TOKEN: 'right' }
})
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

const doctor = (more: Record<string, string> = {}) => innoerp(['doctor'], { cwd: folder, env: { ...env, ...more } })

test('says of each thing that it is in order', async () => {
  await innoerp(['keys', 'create'], { cwd: folder })
  const { code, said } = await doctor({ INNOERP_SIGNING_KEY: 'signing.pem' })
  for (const what of ['Node.js', 'npm', 'registry', 'token', 'host', 'signing key', 'module']) expect(said).toMatch(new RegExp(`^ok    ${what}: `, 'm'))
  expect(code).toBe(0)
})

test('warns of what is missing, and says what to do', async () => {
  const { code, said } = await doctor({ INNOERP_REGISTRY_TOKEN: '', INNOERP_URL: 'http://admin.localhost:1' })
  expect(said).toMatch(/^warn {2}token: none\. .*INNOERP_REGISTRY_TOKEN/m)
  expect(said).toMatch(/^warn {2}host: admin\.localhost:1 does not answer\. Start it/m)
  expect(said).toMatch(/^warn {2}signing key: .*development\.pem is not there\. .*innoerp keys create/m)
  expect(code).toBe(0)
})

test('fails where nothing can go on', async () => {
  await writeFile(join(folder, 'package.json'), '{"name":"@innoerp/module-x","version":"1.0.0","innoerp":{}}')
  const { code, said } = await doctor({ INNOERP_REGISTRY_TOKEN: 'wrong', INNOERP_SIGNING_KEY: 'gone.pem' })
  expect(said).toMatch(/^fail {2}token: the registry does not accept it/m)
  expect(said).toMatch(/^fail {2}signing key: /m)
  expect(said).toMatch(/^fail {2}module: innoerp\./m)
  expect(said).toMatch(/^fail {2}@innoerp\/sdk: is not installed here\. npm install/m)
  expect(code).toBe(1)
  expect((await doctor({ INNOERP_REGISTRY_URL: 'http://127.0.0.1:1/' })).said).toMatch(/^fail {2}registry: http:\/\/127\.0\.0\.1:1\/ does not answer/m)
})

test('a key that others can read', async () => {
  await innoerp(['keys', 'create'], { cwd: folder })
  await chmod(join(folder, 'signing.pem'), 0o644)
  expect((await doctor({ INNOERP_SIGNING_KEY: 'signing.pem' })).said).toMatch(/^warn {2}signing key: .* can be read by others\. chmod 600/m)
})

test.each([
  ['20.18.3', 'fail'],
  ['20.19.0', 'ok'],
  ['22.1.0', 'ok'],
])('Node.js %s: %s', (version, state) => {
  expect(checkNode(version).state).toBe(state)
})

test('a port that is taken', async () => {
  const { port } = server.address() as AddressInfo
  expect((await checkPort(port)).state).toBe('warn')
})
