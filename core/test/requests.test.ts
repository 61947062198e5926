import { connect } from 'node:net'
import { createTestHost, type TestHost } from '../src/testing/index.js'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { PROJECTS } from './support/modules.js'

interface Project {
  id: string
  name: string
  version: number
}
interface ErrorAnswer {
  detail: { error: string; message: string; code: string; details?: { field?: string }[]; request_id: string }
}

let host: TestHost
beforeAll(async () => void (host = await createTestHost({ module: PROJECTS })))
afterAll(() => host.close())
const P = '/api/v1/projects'

describe('Idempotency-Key (security 18)', () => {
  const once = (key: string, name: string) => host.acme.admin.post<Project>(P, { name }, { headers: { 'idempotency-key': key } })
  test('100 requests at once make one row and get one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => once('key-of-a-hundred', 'Once')))
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]))
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1)
    const page = await host.acme.admin.get<{ total: number }>(`${P}?search=Once`).expect(200)
    expect(page.total).toBe(1)
  })
  test('another body under the same key is refused', async () => {
    await once('key-with-two-bodies', 'First').expect(201)
    const second = await once('key-with-two-bodies', 'Second')
    expect([second.status, (second.body as unknown as ErrorAnswer).detail.code]).toEqual([422, 'REQUEST_KEY_REUSED'])
  })
  test('keys of two organizations do not meet', async () => {
    const mine = await once('shared-key', 'Acme').expect(201)
    const theirs = await host.globex.admin.post<Project>(P, { name: 'Globex' }, { headers: { 'idempotency-key': 'shared-key' } }).expect(201)
    expect(theirs.id).not.toBe(mine.id)
  })
  test('a refused request may be repeated after it was put right', async () => {
    const headers = { 'idempotency-key': 'put-right' }
    expect((await host.acme.admin.post(P, { name: '' }, { headers })).status).toBe(400)
    await host.acme.admin.post(P, { name: 'Right' }, { headers }).expect(201)
  })
})

describe('ETag and If-Match', () => {
  test('of two writers on one version the second is refused and changes nothing', async () => {
    const { id } = await host.acme.admin.post<Project>(P, { name: 'Shared' }).expect(201)
    const { headers } = await host.acme.admin.get(`${P}/${id}`)
    const write = (name: string) => host.acme.admin.patch<Project>(`${P}/${id}`, { name }, { headers: { 'if-match': headers.etag ?? '' } })
    await write('First').expect(200)
    expect((await write('Second')).status).toBe(412)
    expect((await host.acme.admin.get<Project>(`${P}/${id}`)).body.name).toBe('First')
  })
})

describe('bad input', () => {
  const bodies = { 'no JSON': '{"name":', '__proto__': '{"name":"x","__proto__":{"a":1}}', 'a null character': '{"name":"a\\u0000b"}', 'deep nesting': `${'[{"a":'.repeat(3000)}1${'}]'.repeat(3000)}`, 'an array': '[]', text: '"x"' }
  for (const [what, raw] of Object.entries(bodies)) {
    test(`${what} is a 400 in the one shape of errors`, async () => {
      const answer = await host.acme.admin.post<ErrorAnswer>(P, undefined, { raw, headers: { 'content-type': 'application/json' } })
      expect(answer.status).toBe(400)
      expect(answer.body.detail.error).toBe('Validation error')
      expect(answer.body.detail.request_id).toBe(answer.headers['x-request-id'])
    })
  }
  test('an error names the field and says nothing of SQL', async () => {
    const answer = await host.acme.admin.post<ErrorAnswer>(P, { name: 'x', organization_id: host.globex.id })
    expect(answer.body.detail.details?.[0]?.field).toBe('organization_id')
    expect(answer.text).not.toMatch(/select|insert|mod_projects/i)
  })
})

test('an address that cannot be read is refused in the shape of every error, by core and by modules', async () => {
  for (const path of [`${P}/%zz`, `${P}/${'a'.repeat(150)}`, '/api/v1/users/%zz']) {
    const answer = await host.acme.admin.get<ErrorAnswer>(path)
    expect([answer.status, answer.body.detail.code]).toEqual([400, 'REQUEST_BAD_ADDRESS'])
    expect(answer.headers['x-request-id']).toBe(answer.body.detail.request_id)
  }
})
test('what is no HTTP, or has headers without end, is told so in the shape of every error', async () => {
  const raw = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(host.port, '127.0.0.1', () => socket.write(text))
      let said = ''
      socket.setEncoding('utf8').on('data', (part: string) => (said += part)).on('end', () => resolve(said)).on('error', reject)
    })
  expect(await raw('HELLO\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [^]*"code":"REQUEST_UNREADABLE"/)
  expect(await raw(`GET /api/v1/projects HTTP/1.1\r\nHost: acme.localhost\r\nX-Long: ${'a'.repeat(40_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 [^]*"code":"REQUEST_TOO_LARGE"/)
})
test('every operation of the document says how it refuses', async () => {
  const { paths } = (await host.acme.admin.get<{ paths: Record<string, Record<string, { responses: object }>> }>('/openapi.json')).body
  const silent = Object.entries(paths).flatMap(([path, operations]) => Object.entries(operations).filter(([, { responses }]) => !('4XX' in responses && '5XX' in responses)).map(([method]) => `${method} ${path}`))
  expect(silent).toEqual([])
})

test('every answer has a request id of its own', async () => {
  const answers = await Promise.all([host.client('localhost').get('/health'), host.client('nobody.localhost').get('/api/v1/projects'), host.acme.anonymous().get(P), host.acme.admin.get(P), host.acme.admin.get('/no.file')])
  const ids = answers.map((answer) => answer.headers['x-request-id'])
  expect(ids.every((id) => typeof id === 'string' && id.length === 36)).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
})

describe('the request log', () => {
  const logged = async (requestId: unknown, service: string): Promise<Record<string, unknown>> => {
    const day = new Date().toISOString().slice(0, 10)
    const file = path.join(host.host.platform.config.home, 'services', service, 'logs', 'middleware', day.slice(0, 7), `middleware-${day}.log`)
    const text = await vi.waitUntil(async () => (await readFile(file, 'utf8').catch(() => '')).split('\n').find((line) => line.includes(String(requestId))), { timeout: 5_000 })
    return JSON.parse(text) as Record<string, unknown>
  }

  test('has one record a request, whatever the request says of itself', async () => {
    const agent = 'a "quoted" \\ agent\tü'
    const answer = await host.acme.admin.get(`${P}?limit=1`, { headers: { 'user-agent': agent } })
    const { duration_ms, timestamp, ...record } = await logged(answer.headers['x-request-id'], 'projects-module')
    expect(record).toEqual({
      level: 'INFO',
      service: 'projects-module',
      module: 'middleware',
      action: 'request',
      method: 'GET',
      path: P,
      username: expect.stringContaining('@') as string,
      organization_id: host.acme.id,
      user_id: host.acme.adminId,
      request_id: answer.headers['x-request-id'],
      status_code: 200,
      client_host: '127.0.0.1',
      user_agent: agent,
      message: 'Request handled',
    })
    expect([typeof duration_ms, Date.parse(String(timestamp)) <= Date.now()]).toEqual(['number', true])
  })

  test('names the route instead of a path that holds a secret', async () => {
    const answer = await host.acme.anonymous().get('/api/v1/users/invitations/a-secret-token')
    expect((await logged(answer.headers['x-request-id'], 'api-gateway')).path).toMatch(/^\/api\/v1\/users\/invitations\/:/)
  })
})
