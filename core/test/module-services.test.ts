import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestHost, type TestHost } from '../src/testing/index.js'
import { until } from './support/platform-rig.js'
import { install } from './support/operations.js'
import { writeSmallModule } from './support/small-module.js'
import { publishVariant } from './support/variants.js'

interface ErrorAnswer {
  detail: { code: string; message: string }
}

const CAPABILITIES = ['files', 'jobs', 'mail', 'port:answers.double']
const setup = (version: string) => `
  const { db, jobs, files, mail, fetch, call } = deps
  const ran = []
  return {
    jobs: {
      async count(ctx, payload) { ran.push({ version: '${version}', organization: ctx.organization.subdomain, user: ctx.user.id, payload }) },
      async hold() { while (!globalThis.mayGoOn) await new Promise((done) => setTimeout(done, 10)) },
      async broken() { throw new Error('never works') },
    },
    routes: async (app) => {
      app.get('/ran', { config }, async (request) => ({ ran: ran.filter((one) => one.organization === request.context.organization.subdomain) }))
      app.post('/jobs/:name', { config }, async (request) => {
        const { payload = {}, options = {}, fails = false } = request.body
        await request.context.transaction(async (tx) => {
          await jobs.enqueue(tx, request.params.name, payload, options)
          if (fails) throw new Error('rolled back')
        })
        return {}
      })
      app.post('/files', { config }, (request) => files.store(request.context, { ...request.body, content: Buffer.from(request.body.content, 'base64') }))
      app.get('/files/:id', { config }, async (request) => {
        const found = await files.read(request.context, request.params.id)
        return { found: found ? { ...found.file, content: Buffer.from(found.content).toString('base64') } : null }
      })
      app.delete('/files/:id', { config }, async (request) => ({ removed: await files.remove(request.context, request.params.id) }))
      app.post('/mail', { config }, async (request) => { await mail.send(request.context, request.body); return {} })
      app.post('/fetch', { config }, async (request) => {
        const answer = await fetch(request.context, request.body.url)
        return { status: answer.status, text: await answer.text() }
      })
      app.post('/call', { config }, async (request) => ({ answer: await call(request.context, 'answers.double', request.body.n) }))
    },
  }`
const port = `return { routes: async () => {}, ports: { 'answers.double': async (_ctx, n) => n * 2 } }`

let host: TestHost
let outside: http.Server
let address: string
let manifest: Record<string, unknown>
beforeAll(async () => {
  outside = http.createServer((_request, response) => void response.end('from outside'))
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  address = `127.0.0.1:${(outside.address() as AddressInfo).port}`
  manifest = { jobs: ['count', 'broken', 'hold'], capabilities: { files: true, jobs: true, mail: true, network: [address], ports: ['answers.double'] } }
  const modules = [await writeSmallModule({ id: 'answers', setup: port, manifest: { ports: ['answers.double'] } }), await writeSmallModule({ id: 'asker', setup: setup('1.0.0'), manifest })]
  host = await createTestHost({ modules })
})
afterAll(async () => {
  await host.close()
  outside.close()
})

const grant = (granted: string[]) => host.superAdmin.request('PUT', '/api/v1/module-registry/asker/capabilities', { json: { granted } }).expect(200)
const quota = (body: unknown) => host.superAdmin.request('PUT', `/api/v1/modules/organization/${host.acme.id}/asker/quota`, { json: body }).expect(200)
const post = <T = Record<string, never>>(path: string, body: unknown, tenant = host.acme) => tenant.admin.post<T>(`/api/v1/asker${path}`, body)
const core = () => host.host.platform.database.core
const jobsOf = (organizationId: string) => core().run<{ name: string; state: string; attempts: number; module_version: string; payload_version: string }>({ organizationId }, 'select name, state, attempts, module_version, payload_version from platform.jobs order by created_at')

describe('what is not granted', () => {
  test.each([
    ['jobs', '/jobs/count', {}],
    ['files', '/files', { name: 'a.txt', content: 'aGk=' }],
    ['mail', '/mail', { to: 'a@example.com', subject: 's', text: 't' }],
    ['port:answers.double', '/call', { n: 2 }],
    ['network', '/fetch', { url: 'https://elsewhere.example/' }],
  ])('%s is refused by its name, and the refusal is audited', async (capability, path, body) => {
    await grant([])
    const { status, body: answer } = await post<ErrorAnswer>(path, body)
    expect([status, answer.detail.code]).toEqual([403, 'MODULE_CAPABILITY_MISSING'])
    expect(answer.detail.message).toContain(capability)
    const entries = await core().run<{ data: { capability: string }; actor_id: string }>({ organizationId: host.acme.id }, `select p.data, l.actor_id from platform.audit_log l join platform.audit_personal p using (id) where action = 'module.capability.refused' order by at desc limit 1`)
    expect(entries).toMatchObject([{ actor_id: host.acme.adminId, data: { capability: expect.stringContaining(capability) } }])
  })
})

test('a grant is audited, with who gave it', async () => {
  await grant(['mail'])
  const entries = await core().run<{ data: unknown; actor_email: string }>('platform', `select p.data, p.actor_email from platform.audit_log l join platform.audit_personal p using (id) where action = 'module-registry.capabilities.changed' order by at desc limit 1`)
  expect(entries).toEqual([{ actor_email: 'root@innoerp.example', data: { module_id: 'asker', asked: { granted: ['mail'] } } }])
})

describe('jobs', () => {
  beforeAll(() => grant([...CAPABILITIES, `network:${address}`]))
  test('run for the organization and person that left them, if the change was committed', async () => {
    await post('/jobs/count', { payload: { n: 1 } }).expect(200)
    expect((await post('/jobs/count', { payload: { n: 2 }, fails: true })).status).toBe(500)
    await post('/jobs/count', { payload: { n: 3 } }, host.globex).expect(200)
    await until(async () => (await jobsOf(host.acme.id))[0]?.state === 'succeeded')
    const { ran } = await host.acme.admin.get<{ ran: unknown[] }>('/api/v1/asker/ran').expect(200)
    expect(ran).toEqual([{ version: '1.0.0', organization: 'acme', user: host.acme.adminId, payload: { n: 1 } }])
    expect(await jobsOf(host.acme.id)).toMatchObject([{ name: 'count', state: 'succeeded', attempts: 1, module_version: '1.0.0' }])
  })
  test('a dead one stays to be seen, and counts as use', async () => {
    await post('/jobs/broken', { options: { maxAttempts: 1 } }).expect(200)
    await until(async () => (await jobsOf(host.acme.id)).find(({ name, state }) => name === 'broken' && state === 'failed'))
    const { items } = await host.superAdmin.get<{ items: { jobs: number }[] }>(`/api/v1/modules/usage?organization_id=${host.acme.id}&module_id=asker`).expect(200)
    expect(items[0]?.jobs).toBe(2)
  })
  test('a running one ends in the version where it began; one that waits runs in the version of its organization then', async () => {
    await post('/jobs/hold', {}).expect(200)
    await post('/jobs/hold', {}).expect(200)
    await until(async () => (await jobsOf(host.acme.id)).find(({ name, state }) => name === 'hold' && state === 'running'))
    const next = await publishVariant(host, await writeSmallModule({ id: 'asker', setup: setup('2.0.0'), manifest, version: '2.0.0' }), { version: '2.0.0' })
    expect(await install(host, next)).toMatchObject({ state: 'succeeded' })
    await host.superAdmin.request('PUT', `/api/v1/modules/organization/${host.acme.id}/asker/version`, { json: { range: '2.0.0' } }).expect(200)
    Object.assign(globalThis, { mayGoOn: true })
    const held = async () => (await jobsOf(host.acme.id)).filter(({ name }) => name === 'hold')
    await until(async () => (await held()).every(({ state }) => state === 'succeeded'))
    expect(await held()).toMatchObject([{ module_version: '1.0.0', payload_version: '1.0.0' }, { module_version: '2.0.0', payload_version: '1.0.0' }])
  })
  test('one that the manifest does not name, or with a payload too large, is refused', async () => {
    expect((await post<ErrorAnswer>('/jobs/other', {})).body.detail.code).toBe('MODULE_UNDECLARED')
    expect((await post<ErrorAnswer>('/jobs/count', { payload: { text: 'x'.repeat(70_000) } })).body.detail.code).toBe('SERVICE_PAYLOAD')
  })
  test('beyond the quota of the hour none is left', async () => {
    await quota({ jobs_per_hour: (await jobsOf(host.acme.id)).length + 1 })
    await post('/jobs/count', {}).expect(200)
    const { status, body } = await post<ErrorAnswer>('/jobs/count', {})
    expect([status, body.detail.code]).toEqual([429, 'QUOTA_JOBS'])
    await post('/jobs/count', {}, host.globex).expect(200)
    await quota({})
  })
})

describe('files', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  test('come back as they were, under the type that their bytes have', async () => {
    const stored = await post<{ id: string }>('/files', { name: '../../etc/logo.exe', content: png.toString('base64') }).expect(200)
    expect(stored).toMatchObject({ name: 'logo.exe', type: 'image/png', size: png.length })
    const { found } = await host.acme.admin.get<{ found: { content: string } }>(`/api/v1/asker/files/${stored.id}`).expect(200)
    expect(found.content).toBe(png.toString('base64'))
    expect(await host.globex.admin.get(`/api/v1/asker/files/${stored.id}`).expect(200)).toEqual({ found: null })
    expect(await host.globex.admin.delete(`/api/v1/asker/files/${stored.id}`).expect(200)).toEqual({ removed: false })
    expect(await host.acme.admin.delete(`/api/v1/asker/files/${stored.id}`).expect(200)).toEqual({ removed: true })
    expect(await host.acme.admin.get(`/api/v1/asker/files/${stored.id}`).expect(200)).toEqual({ found: null })
  })
  test('of a type that is not taken are refused, whatever they are called', async () => {
    const { status, body } = await post<ErrorAnswer>('/files', { name: 'logo.png', content: Buffer.from('<script>').toString('base64'), accept: ['image/*'] })
    expect([status, body.detail.code]).toEqual([415, 'FILE_TYPE'])
  })
  test('count against the quota of the module, and are seen in its use', async () => {
    await quota({ storage_mb: 1 })
    const half = Buffer.alloc(600_000, 'a')
    const first = await post<{ id: string }>('/files', { name: 'a', content: half.toString('base64') }).expect(200)
    const { status, body } = await post<ErrorAnswer>('/files', { name: 'b', content: half.toString('base64') })
    expect([status, body.detail.code]).toEqual([402, 'QUOTA_STORAGE'])
    const { items } = await host.superAdmin.get<{ items: { storage_mb: number }[] }>(`/api/v1/modules/usage?organization_id=${host.acme.id}&module_id=asker`).expect(200)
    expect(items[0]?.storage_mb).toBeCloseTo(0.57, 2)
    await host.acme.admin.delete(`/api/v1/asker/files/${first.id}`).expect(200)
    await post('/files', { name: 'b', content: half.toString('base64') }).expect(200)
    await quota({})
  })
})

test('mail lies in the outbox of the organization', async () => {
  await post('/mail', { to: 'guest@example.com', subject: 'Hello', text: 'Dear guest' }).expect(200)
  for (const bad of [{ to: 'a@example.com, b@example.com' }, { to: 'nobody' }, { subject: 'two\nlines' }]) {
    expect((await post<ErrorAnswer>('/mail', { to: 'a@example.com', subject: 's', text: 't', ...bad })).body.detail.code).toBe('SERVICE_MAIL')
  }
  const read = (organizationId: string) => core().run({ organizationId }, 'select recipient, subject, module_id, state from platform.mail_outbox where module_id is not null')
  expect(await read(host.acme.id)).toEqual([{ recipient: 'guest@example.com', subject: 'Hello', module_id: 'asker', state: 'queued' }])
  expect(await read(host.globex.id)).toEqual([])
})

test('a granted address and a granted port answer', async () => {
  expect(await post('/fetch', { url: `http://${address}/` }).expect(200)).toEqual({ status: 200, text: 'from outside' })
  expect(await post('/call', { n: 21 }).expect(200)).toEqual({ answer: 42 })
})
