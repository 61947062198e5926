import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestHost, type TestClient, type TestHost } from '../src/testing/index.js'
import { ended } from './support/operations.js'
import { PROJECTS } from './support/modules.js'

const O = '/api/v1/organizations'
const S = '/api/v1/subscriptions'
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

let host: TestHost
beforeAll(async () => void (host = await createTestHost({ modules: [PROJECTS] })))
afterAll(() => host.close())

const put = (client: TestClient, path: string, json: unknown) => client.request<{ detail?: { code: string } }>('PUT', path, { json })
const upload = (client: TestClient, path: string, content: Buffer) => {
  const edge = 'edge-of-the-test'
  const head = Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="file"; filename="logo.png"\r\nContent-Type: image/png\r\n\r\n`)
  return client.request<{ logo_url: string }>('POST', path, { raw: Buffer.concat([head, content, Buffer.from(`\r\n--${edge}--\r\n`)]), headers: { 'content-type': `multipart/form-data; boundary=${edge}` } })
}

describe('branding', () => {
  const own = () => `${O}/${host.acme.id}/branding`
  test('an update changes what it names, and reaches the organization’s own pages alone', async () => {
    await put(host.acme.admin, own(), { secondary_color: '#654321' })
    expect(await put(host.acme.admin, own(), { primary_color: '#aa0000', custom_css: '.x{color:red} :root{--io-r2:2px}</style><script>' })).toMatchObject({ status: 200, body: { secondary_color: '#654321', custom_css: expect.not.stringContaining('<') } })
    const page = (await host.acme.anonymous().get('/sign-in')).text
    expect(page).toContain('--color-primary:#aa0000')
    expect(page).toContain('--io-r2:2px')
    expect(page).not.toContain('.x{color:red}')
    expect((await host.globex.anonymous().get('/sign-in')).text).not.toContain('#aa0000')
  })
  test('a logo is what its bytes say; a drawing loses its scripts', async () => {
    const { body } = await upload(host.acme.admin, `${own()}/upload-logo`, PNG)
    expect((await host.acme.anonymous().get(body.logo_url)).headers['content-type']).toBe('image/png')
    expect((await host.globex.anonymous().get(body.logo_url)).status).toBe(404)
    expect((await host.acme.admin.request('POST', `${own()}/upload-logo`, { raw: PNG, headers: { 'content-type': 'multipart/form-data' } })).status).toBe(400)
    expect((await upload(host.acme.admin, `${own()}/upload-logo`, Buffer.from('<html><script>alert(1)</script></html>'))).status).toBe(415)
    const svg = await upload(host.acme.admin, `${own()}/upload-logo`, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script><circle r="4" fill="url(//evil.example)"/></svg>'))
    const served = await host.acme.anonymous().get(svg.body.logo_url)
    expect(served.headers['content-type']).toBe('image/svg+xml')
    expect(served.text).toContain('<circle')
    expect(served.text).not.toMatch(/script|onload|evil/)
  })
  test('is changed by administrators alone', async () => {
    expect((await put(await host.acme.person('manager'), own(), { primary_color: '#000000' })).status).toBe(403)
    expect((await put(host.globex.admin, own(), { primary_color: '#000000' })).status).toBe(404)
  })
})

describe('a plan', () => {
  test('sets limits that hold for ten at once, disables what it lacks, leaves orders and payments', async () => {
    const { id: plan_id } = await host.superAdmin.post<{ id: string }>(`${S}/plans`, { name: 'Tiny', price_monthly: '5.00', max_users: 1, max_projects: 2, features: ['projects'] }).expect(201)
    const { id } = await host.superAdmin.post<{ id: string }>(S, { organization_id: host.globex.id, plan_id }).expect(201)
    const made = await Promise.all(Array.from({ length: 10 }, (_, at) => host.globex.admin.post('/api/v1/projects', { name: `Project ${at}` })))
    expect(made.map(({ status }) => status).sort()).toEqual([201, 201, 402, 402, 402, 402, 402, 402, 402, 402])
    const { invitation_token } = await host.globex.admin.post<{ invitation_token: string }>('/api/v1/users/invitations', { email: 'second@globex.example', user_type: 'employee' }).expect(201)
    expect((await host.globex.anonymous().post(`/api/v1/users/invitations/${invitation_token}/accept`, { password: 'Corr3ct-horse-battery' })).status).toBe(402)
    const orders = await host.superAdmin.get<{ items: { order_type: string; amount: string }[] }>(`${S}/orders?organization_id=${host.globex.id}`).expect(200)
    expect(orders.items).toMatchObject([{ order_type: 'new', amount: '5.00' }])
    const { items: [payment] } = await host.superAdmin.get<{ items: { id: string; status: string }[] }>(`${S}/payments?organization_id=${host.globex.id}`).expect(200)
    expect(payment?.status).toBe('pending')
    await host.superAdmin.patch(`${S}/payments/${payment?.id}`, { status: 'succeeded' }).expect(200)
    expect((await host.superAdmin.patch(`${S}/payments/${payment?.id}`, { status: 'failed' })).status).toBe(409)
    await host.superAdmin.patch(`${S}/${id}`, { cancel_at_period_end: true }).expect(200)
  })
  test('is nobody’s to give themselves', async () => {
    expect((await host.acme.admin.get(`${S}/plans`)).status).toBe(404)
    expect((await host.acme.admin.post(S, {})).status).toBe(404)
  })
})

test('the end of a trial closes the organization at once, with a page that says why; more days open it', async () => {
  const late = await host.signUp('late')
  await host.host.platform.database.core.run('platform', `update tenant.organizations set trial_ends_at = now() - interval '1 second' where id = $1`, [late.id])
  await host.host.platform.bus.announce({ kind: 'organization', id: late.id })
  expect((await late.admin.get('/api/v1/projects')).status).toBe(403)
  const page = await late.anonymous().get('/')
  expect([page.status, page.text.includes('trial_expired')]).toEqual([403, true])
  await host.superAdmin.patch(`${O}/${late.id}/trial`, { days: 5 }).expect(200)
  await late.admin.get('/api/v1/projects').expect(200)
})

describe('sign-up', () => {
  const body = { business_name: 'Waits', subdomain: 'waits', owner_email: 'owner@waits.example', owner_name: 'Wendy Waits', password: 'Corr3ct-horse-battery' }
  const mode = (signup: string) => put(host.superAdmin, '/api/v1/platform/settings', { signup })
  test('by approval waits for a super admin, closed takes nobody', async () => {
    await mode('approval')
    const { request } = await host.client('localhost').post<{ request: { id: string } }>(`${O}/signup`, body).expect(202)
    expect((await host.client('waits.localhost').post('/api/v1/auth/login', { email: body.owner_email, password: body.password })).status).toBe(404)
    await host.superAdmin.post(`/api/v1/signup-requests/${request.id}/approve`).expect(201)
    await host.client('waits.localhost').signIn(body.owner_email, body.password)
    expect((await host.superAdmin.post(`/api/v1/signup-requests/${request.id}/reject`)).status).toBe(404)
    await mode('closed')
    expect((await host.client('localhost').post(`${O}/signup`, { ...body, subdomain: 'nobody' })).status).toBe(403)
    await mode('open')
  })
})

describe('the end of an organization', () => {
  test('its data leaves as a file without secrets; deleted it opens to nobody; restored everything is back', async () => {
    const gone = await host.signUp('gone')
    const project = await gone.admin.post<{ id: string }>('/api/v1/projects', { name: 'Comes back' }).expect(201)
    const started = await host.superAdmin.post<{ operation_id: string }>(`${O}/${gone.id}/export`).expect(202)
    expect(await ended(host, started)).toMatchObject({ state: 'succeeded' })
    expect((await host.superAdmin.get(`${O}/${gone.id}/export/${started.operation_id}`)).headers['content-type']).toBe('application/gzip')
    const [file = ''] = await readdir(path.join(host.home, 'exports'))
    const text = gunzipSync(await readFile(path.join(host.home, 'exports', file))).toString()
    expect(text).toContain('Comes back')
    expect(text).not.toMatch(/password_hash|"token"/)
    expect(text).not.toContain(host.acme.id)
    expect((await host.superAdmin.request('DELETE', `${O}/${gone.id}`, { json: { confirm: 'acme' } })).status).toBe(422)
    expect((await host.superAdmin.request('DELETE', `${O}/${gone.id}`, { json: { confirm: 'gone' } })).status).toBe(204)
    expect((await gone.admin.get('/api/v1/projects')).status).toBe(403)
    expect(await host.superAdmin.get(`${O}/${gone.id}`).expect(200)).toMatchObject({ plan_name: null, deleted_at: expect.stringMatching(/^20/) })
    await host.superAdmin.post(`${O}/${gone.id}/restore`).expect(200)
    expect(await host.superAdmin.get(`${O}/${gone.id}`).expect(200)).toMatchObject({ deleted_at: null })
    await gone.admin.get(`/api/v1/projects/${project.id}`).expect(200)
  })
})

describe('super admins', () => {
  test('read who works in an organization, and nobody else does', async () => {
    const path = `/api/v1/users/organization/${host.globex.id}`
    const { items } = await host.superAdmin.get<{ items: { email: string }[] }>(`${path}?user_type=admin`).expect(200)
    expect(items.map(({ email }) => email)).toEqual(['owner@globex.example'])
    expect((await host.superAdmin.get(path)).text).not.toContain('acme.example')
    expect((await host.acme.admin.get(path)).status).toBe(404)
  })
  test('count organizations by month and by industry, deleted ones in no industry', async () => {
    const { body } = await host.client('localhost').post<{ organization: { id: string } }>(`${O}/signup`, { business_name: 'Bricks', subdomain: 'bricks', owner_email: 'owner@bricks.example', owner_name: 'Bo Bricks', password: 'Corr3ct-horse-battery', industry_code: 'construction' })
    const count = async () => (await host.superAdmin.get<{ by_industry: { industry_code: string | null; tenants: number }[] }>(`${O}/stats?by=industry`).expect(200)).by_industry.find(({ industry_code }) => industry_code === 'construction')?.tenants
    expect(await count()).toBe(1)
    expect((await host.superAdmin.request('DELETE', `${O}/${body.organization.id}`, { json: { confirm: 'bricks' } })).status).toBe(204)
    expect(await count()).toBeUndefined()
    const { by_month } = await host.superAdmin.get<{ by_month: { signups: number }[] }>(`${O}/stats?by=month`).expect(200)
    expect(by_month).toHaveLength(12)
    expect(by_month.at(-1)?.signups).toBeGreaterThan(2)
  })
})

describe('roles of an organization', () => {
  test('add to a user type, count at once, and are nobody else’s', async () => {
    const client = await host.acme.person('client')
    const write = () => client.post('/api/v1/projects', { name: 'By a client' })
    expect((await write()).status).toBe(403)
    const role = await host.acme.admin.post<{ id: string }>('/api/v1/roles', { name: 'Contractor', permissions: ['projects.read', 'projects.manage'] }).expect(201)
    expect((await put(host.acme.admin, `/api/v1/users/${client.userId}/roles`, { role_ids: [role.id] })).status).toBe(200)
    expect((await write()).status).toBe(201)
    await host.acme.admin.patch(`/api/v1/roles/${role.id}`, { permissions: ['projects.read'] }).expect(200)
    expect((await write()).status).toBe(403)
    expect((await host.globex.admin.get(`/api/v1/roles/${role.id}`)).status).toBe(404)
    expect((await host.acme.admin.post('/api/v1/roles', { name: 'Invented', permissions: ['projects.rule'] })).status).toBe(422)
  })
  test('what connects a person with records is told by the modules', async () => {
    const employee = await host.acme.person('employee')
    const project = await host.acme.admin.post<{ id: string }>('/api/v1/projects', { name: 'Related' }).expect(201)
    await host.acme.admin.post(`/api/v1/projects/${project.id}/tasks`, { title: 'Yours', assignee_id: employee.userId }).expect(201)
    const { relationships } = await host.acme.admin.get<{ relationships: { project: { id: string }[]; finance: unknown[] } }>(`/api/v1/users/${employee.userId}/relationships`).expect(200)
    expect([relationships.project.map(({ id }) => id), relationships.finance]).toEqual([[project.id], []])
  })
})
