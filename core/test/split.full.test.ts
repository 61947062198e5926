import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestHost, type TestClient } from '../src/testing/index.js'
import { readFeeds } from './support/feed-stream.js'
import { PROJECTS } from './support/modules.js'
import { soon, startTopology, type Topology } from './support/split-topology.js'

const PASSWORD = 'Corr3ct-horse-battery'
interface Feed {
  modules: { module_id: string }[]
}

let topology: Topology
let acme: TestClient
let globex: TestClient
let acmeId: string

async function signUp(subdomain: string): Promise<{ id: string; admin: TestClient }> {
  const email = `owner@${subdomain}.example`
  const body = { business_name: subdomain, subdomain, owner_email: email, owner_name: 'Olive Owner', password: PASSWORD, industry_code: 'technology' }
  const { organization } = await topology.client('localhost').post<{ organization: { id: string } }>('/api/v1/organizations/signup', body).expect(201)
  return { id: organization.id, admin: await topology.client(`${subdomain}.localhost`).signIn(email, PASSWORD) }
}

beforeAll(async () => {
  topology = await startTopology({ modules: [PROJECTS] })
  ;({ id: acmeId, admin: acme } = await signUp('acme'))
  ;({ admin: globex } = await signUp('globex'))
})
afterAll(() => topology?.close())

describe('services apart', () => {
  test('work as one: a project is made, read, changed and deleted', async () => {
    const made = await acme.post<{ id: string; version: number }>('/api/v1/projects', { name: 'Apart', code: 'APART' }).expect(201)
    const { headers } = await acme.get(`/api/v1/projects/${made.id}`)
    expect(headers['x-innoerp-module']).toMatch(/^projects@/)
    await acme.patch(`/api/v1/projects/${made.id}`, { name: 'Still apart' }, { headers: { 'if-match': `"${made.version}"` } }).expect(200)
    const { items } = await acme.get<{ items: { name: string }[] }>('/api/v1/projects').expect(200)
    expect(items.map(({ name }) => name)).toContain('Still apart')
    await acme.delete(`/api/v1/projects/${made.id}`).expect(204)
  })
  test('keep organizations apart', async () => {
    const made = await acme.post<{ id: string }>('/api/v1/projects', { name: 'Of acme', code: 'ACME' }).expect(201)
    expect((await globex.get(`/api/v1/projects/${made.id}`)).status).toBe(404)
    const stranger = topology.client('globex.localhost')
    stranger.token = acme.token
    expect((await stranger.get('/api/v1/projects')).status).toBe(401)
    expect((await stranger.get('/api/v1/users')).status).toBe(401)
  })
  test('hear within a second that a module is switched', async () => {
    const enable = (is_enabled: boolean) => topology.superAdmin.patch(`/api/v1/modules/organization/${acmeId}/projects`, { is_enabled }).expect(200)
    const has = async () => (await acme.get<Feed>('/api/v1/ui/feed').expect(200)).modules.some(({ module_id }) => module_id === 'projects')
    const stream = await readFeeds<Feed>(acme)
    expect((await stream.next()).modules).toHaveLength(1)
    await enable(false)
    const told = performance.now()
    expect((await stream.next()).modules).toHaveLength(0)
    expect(performance.now() - told).toBeLessThan(1_000)
    await enable(true)
    expect((await stream.next()).modules).toHaveLength(1)
    await soon(has)
    stream.close()
  })
  test('ask each other: a person’s relationships and an organization’s figures come from the modules', async () => {
    const me = await acme.get<{ id: string }>('/api/v1/users/me').expect(200)
    const project = await acme.post<{ id: string }>('/api/v1/projects', { name: 'Related', code: 'REL' }).expect(201)
    await acme.post(`/api/v1/projects/${project.id}/tasks`, { title: 'Mine', assignee_id: me.id }).expect(201)
    const { relationships } = await acme.get<{ relationships: { project?: { id: string }[] } }>(`/api/v1/users/${me.id}/relationships`).expect(200)
    expect(JSON.stringify(relationships.project)).toContain(project.id)
    expect((await topology.superAdmin.get<{ total_projects: number }>(`/api/v1/organizations/${acmeId}/usage`).expect(200)).total_projects).toBeGreaterThan(0)
  })
  test('describe their API together as one process does', async () => {
    const whole = await createTestHost({ module: PROJECTS })
    try {
      const [one, many] = await Promise.all([whole.client('localhost').get('/openapi.json').expect(200), topology.client('localhost').get('/openapi.json').expect(200)])
      expect(many).toEqual(one)
      const own = topology.of('tenant')[0]?.client('localhost')
      expect(Object.keys((await own?.get<{ paths: object }>('/openapi.json').expect(200))?.paths ?? {})).toContain('/api/v1/organizations')
    } finally {
      await whole.close()
    }
  }, 180_000)
  test('tell what each is and whether it is well', async () => {
    const { service, services } = await topology.client('localhost').get<{ service: string; services: { service: string; status: string }[] }>('/health').expect(200)
    expect(service).toBe('api-gateway')
    expect(services.map(({ status }) => status)).toEqual(['healthy', 'healthy', 'healthy', 'healthy'])
    expect(await topology.of('user')[0]?.client('localhost').get('/health').expect(200)).toMatchObject({ status: 'healthy', service: 'user-service' })
    const times = await topology.superAdmin.get<{ service: string }[]>('/api/v1/monitor/metrics/response-time').expect(200)
    expect(times.map((row) => row.service)).toEqual(expect.arrayContaining(['auth-service', 'tenant-service']))
  })
})

describe('a service apart trusts nobody but the gateway', () => {
  test.each(['tenant', 'auth', 'user', 'modules', 'monitoring'] as const)('%s refuses whoever comes to it directly', async (name) => {
    const direct = topology.of(name)[0]?.client('acme.localhost') as TestClient
    direct.token = acme.token
    const forged = { 'x-organization-id': acmeId, 'x-innoerp-site': acmeId, 'x-forwarded-host': 'acme.localhost', 'x-innoerp-service-token': acme.token ?? '' }
    for (const path of ['/api/v1/projects', '/api/v1/users', '/api/v1/auth/me', '/_internal/ports', '/']) {
      for (const headers of [{}, forged]) expect(await direct.get(path, { headers })).toMatchObject({ status: 403, body: { detail: { code: 'SERVICE_UNTRUSTED' } } })
    }
  })
  test('the gateway passes on nothing of what only it may say', async () => {
    const forged = { 'x-organization-id': acmeId, 'x-innoerp-site': acmeId, 'x-forwarded-for': '9.9.9.9', 'x-forwarded-host': 'acme.localhost', 'x-request-id': 'forged', connection: 'keep-alive, x-secret', 'x-secret': '1' }
    const { headers, status } = await globex.get('/api/v1/users/me', { headers: forged })
    expect(status).toBe(200)
    expect(headers['x-request-id']).not.toBe('forged')
    expect(await globex.get('/api/v1/users/me', { headers: forged }).expect(200)).toMatchObject({ email: 'owner@globex.example' })
    expect((await topology.client('localhost').get('/_internal/figures', { headers: forged })).status).toBe(403)
    expect((await topology.client('localhost').post('/_internal/ports', {}, { headers: forged })).status).toBe(404)
  })
})
