import { createHash, randomBytes, randomUUID } from 'node:crypto'
import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contextFor } from '../../src/modules/context-for.js'
import { createRig, type Probe, type Rig } from './process-rig.js'

let rig: Rig
let probe: Probe
beforeAll(async () => {
  rig = await createRig()
  probe = await rig.probe({ id: 'probe', granted: ['port:crm.customer.lookup', 'files', 'jobs'] })
})
afterAll(() => rig.close())

const acme = () => rig.host.acme
const run = <T>(code: string) => probe.run<T>(acme(), code)

describe('a module in its own process answers like one in the host’s', () => {
  test('for each organization with its own rows', async () => {
    const [a, b] = [probe.client(acme()), probe.client(rig.host.globex)]
    await a.post(probe.path('/rows'), { title: 'Acme’s' }).expect(201)
    await b.post(probe.path('/rows'), { title: 'Globex’s' }).expect(201)
    expect(await a.get(probe.path('/rows')).expect(200)).toEqual({ items: [{ title: 'Acme’s', organization_id: acme().id }] })
    expect(await b.get(probe.path('/rows')).expect(200)).toEqual({ items: [{ title: 'Globex’s', organization_id: rig.host.globex.id }] })
  })
  test('errors of its own, of validation, of an address that it does not have', async () => {
    const odd = await run(`throw tools.errors.ODD({ values: { what: 'this' }, details: [{ field: 'a', message: 'b' }] })`)
    expect(odd).toMatchObject({ status: 409, body: { detail: { code: 'PROBE_ODD', message: 'That is odd: this.', details: [{ field: 'a', message: 'b' }], request_id: expect.stringMatching(/^[0-9a-f-]{36}$/) } } })
    expect(await run(`throw new Error('secret of the inside')`)).toMatchObject({ status: 500, body: { detail: { code: 'REQUEST_INTERNAL', message: expect.not.stringContaining('secret') } } })
    expect((await probe.client(acme()).post(probe.path('/rows'), { title: 7 })).status).toBe(400)
    expect((await probe.client(acme()).get(probe.path('/nothing'))).status).toBe(404)
  })
  test('who may call what is the host’s to decide', async () => {
    const anonymous = Object.assign(probe.client(acme()), { token: undefined })
    expect((await anonymous.get(probe.path('/rows'))).status).toBe(401)
    expect((await Object.assign(probe.client(rig.host.globex), { token: acme().admin.token }).get(probe.path('/rows'))).status).toBe(401)
    const client = await acme().person('client')
    expect((await Object.assign(probe.client(acme()), { token: client.token }).get(probe.path('/rows'))).status).toBe(403)
    expect((await anonymous.get(probe.path('/open'))).status).toBe(200)
  })
  test('it sees who calls, and no token, cookie or header of the host', async () => {
    const headers = { cookie: 'session=1', 'x-innoerp-context': 'forged', 'x-forwarded-for': '1.2.3.4', 'x-own': 'yes' }
    const { body } = await probe.client(acme()).post<{ user: string; config: unknown; can: boolean; headers: Record<string, string> }>(
      probe.path('/run'),
      { code: 'const { context: c } = request; return { user: c.user.id, config: c.config, can: c.can("probe.use"), headers: request.headers }' },
      { headers },
    )
    expect(body).toMatchObject({ user: acme().adminId, config: { note: 'of the operator' }, can: true, headers: { 'x-own': 'yes' } })
    expect(body.headers).not.toHaveProperty('authorization')
    expect(body.headers).not.toHaveProperty('cookie')
    expect(body.headers).not.toHaveProperty('x-forwarded-for')
    expect(body.headers['x-innoerp-context']).not.toBe('forged')
    const open = await probe.client(acme()).get<{ context: unknown }>(probe.path('/open'), { headers }).expect(200)
    expect(open.context).toBeNull()
  })
  test('its answers carry what describes them and nothing that is the host’s to say', async () => {
    const code = `reply.headers({ 'set-cookie': 'io_refresh=x', 'x-innoerp-module': 'crm@1.0.0', 'access-control-allow-origin': '*', etag: '"7"', 'content-type': 'text/html' }); return '<script>1</script>'`
    const { headers } = await probe.client(acme()).post(probe.path('/run'), { code })
    expect(headers).toMatchObject({ etag: '"7"', 'content-type': 'text/html', 'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff' })
    for (const name of ['set-cookie', 'x-innoerp-module', 'access-control-allow-origin']) expect(headers[name]).toBeUndefined()
  })
  test('a repeated request gets the same answer and has one effect', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const post = () => probe.client(acme()).post(probe.path('/rows'), { title: 'Once' }, { headers })
    const [first, second] = [await post(), await post()]
    expect([first.status, second.status, second.headers['idempotency-replayed']]).toEqual([201, 201, 'true'])
    const { items } = await probe.client(acme()).get<{ items: { title: string }[] }>(probe.path('/rows')).expect(200)
    expect(items.filter(({ title }) => title === 'Once')).toHaveLength(1)
  })
  test('large answers pass through whole', async () => {
    const { text } = await probe.client(acme()).post(probe.path('/run'), { code: `return 'x'.repeat(5_000_000)` })
    expect(text.length).toBe(5_000_000)
  })
  test('bodies that are no text stream to it', async () => {
    const answer = await upload(randomBytes(100_000))
    expect(answer.status).toBe(415) // it has no parser for them, and says so itself
  })
  test('a caller that goes away aborts the work', async () => {
    const request = http.request({ host: '127.0.0.1', port: probe.client(acme()).port, method: 'POST', path: probe.path('/run'), headers: headersFor() })
    request.on('error', () => {})
    request.end(JSON.stringify({ code: `request.context.signal.addEventListener('abort', () => (globalThis.aborted = true)); await new Promise(() => {})` }))
    await sleep(200)
    request.destroy()
    await expect.poll(async () => (await run(`return { aborted: globalThis.aborted === true }`)).body, { timeout: 3_000 }).toEqual({ aborted: true })
  })
})

const headersFor = () => ({ host: `acme.localhost:${probe.client(acme()).port}`, authorization: `Bearer ${acme().admin.token}`, 'content-type': 'application/json' })

function upload(bytes: Buffer): Promise<{ status: number }> {
  return new Promise((resolve, reject) => {
    const headers = { ...headersFor(), 'content-type': 'application/octet-stream', 'content-length': bytes.length, 'x-hash': createHash('sha256').update(bytes).digest('hex') }
    const request = http.request({ host: '127.0.0.1', port: probe.client(acme()).port, method: 'POST', path: probe.path('/rows'), headers }, (answer) => {
      answer.resume()
      resolve({ status: answer.statusCode ?? 0 })
    })
    request.on('error', reject)
    request.end(bytes)
  })
}

describe('work that does not come by HTTP', () => {
  const context = (requestId = randomUUID()) => {
    const { platform, tenants } = rig.host.host
    const tenant = tenants.byId(acme().id)
    if (!tenant) throw new Error('no acme')
    return contextFor({ platform, tenant, unit: probe.unit, user: { id: acme().adminId, email: '', user_type: 'admin' }, requestId })
  }
  const titles = async () => (await probe.client(acme()).get<{ items: { title: string }[] }>(probe.path('/rows')).expect(200)).items.map(({ title }) => title)

  test('an event that comes twice has one effect, in one transaction with its record', async () => {
    const event = { event_id: randomUUID(), topic: 'organization.updated', data: { title: 'By an event' } }
    await probe.unit.deliver?.(context(event.event_id), event)
    await probe.unit.deliver?.(context(event.event_id), event)
    expect((await titles()).filter((title) => title === 'By an event')).toHaveLength(1)
    const poison = { event_id: randomUUID(), topic: 'organization.updated', data: { fail: true } }
    await expect(probe.unit.deliver?.(context(), poison)).rejects.toThrow('poison')
    await probe.unit.deliver?.(context(), { ...poison, data: { title: 'At the second try' } })
    expect(await titles()).toContain('At the second try')
  })
  test('ports are called in the organization of the caller', async () => {
    expect(await probe.unit.ports['probe.title']?.(context(), { n: 0 })).toBe((await titles())[0])
  })
  test('it calls others, and asks core, on behalf of its caller', async () => {
    const { body } = await run(`const { deps } = tools; const c = request.context
      return { call: await deps.call(c, 'crm.customer.lookup', { q: 1 }), active: [...(await deps.core.activeUsers(c, [c.user.id, '3f2a6f0e-9d6b-4c58-8a51-6f1d2f7c9b11']))] }`)
    expect(body).toEqual({ call: { name: 'crm.customer.lookup', input: { q: 1 }, organization: acme().id }, active: [acme().adminId] })
  })
  test('a job is left with the host, and runs in its process', async () => {
    expect((await run(`await request.context.transaction((tx) => tools.deps.jobs.enqueue(tx, 'note', { title: 'Left' }, { key: 'k' }))`)).status).toBe(200)
    const left = () => rig.host.host.platform.database.core.run('platform', `select payload from platform.jobs where module_id = 'probe'`)
    await expect.poll(left).toEqual([{ payload: { title: 'Left' } }])
    await probe.unit.jobs.note?.(context(), { title: 'By a job' })
    expect(await titles()).toContain('By a job')
  })
  test('files go to the platform and come back', async () => {
    const { body } = await run(`const c = request.context; const { files } = tools.deps
      const { id, size, type } = await files.store(c, { name: 'a.txt', content: Buffer.from('what it says') })
      const back = await files.read(c, id)
      return { size, type, text: Buffer.from(back.content).toString(), gone: [await files.remove(c, id), await files.read(c, id) ?? null] }`)
    expect(body).toMatchObject({ size: 12, text: 'what it says', gone: [true, null] })
  })
  test('a transaction that throws leaves nothing', async () => {
    const code = `await request.context.transaction(async (tx) => {
      await tools.db.run(tx, tools.bind("insert into mod_probe.row (id, title) values (gen_random_uuid(), 'Taken back')", [])); throw tools.errors.ODD() })`
    expect((await run(code)).status).toBe(409)
    expect(await titles()).not.toContain('Taken back')
  })
  test('it publishes what its manifest lists', async () => {
    const code = `await tools.deps.events.publish(request.context, tools.event('probe.row.created', 1, {}), { data: { title: 'New' } })`
    expect((await run(code)).status).toBe(200)
    expect((await rig.host.events('probe.row.created'))[0]).toMatchObject({ organization_id: acme().id, data: { title: 'New' } })
  })
})

describe('its process', () => {
  test('is stopped when nobody uses it, and started again by the next request', async () => {
    const idle = await rig.probe({ id: 'idler' }, { idleSeconds: 1 })
    const pid = async () => (await idle.run<{ pid: number }>(acme(), 'return { pid: process.pid }')).body.pid
    const first = await pid()
    await expect.poll(() => isAlive(first), { timeout: 5_000 }).toBe(false)
    expect(await pid()).not.toBe(first)
  })
  test('is described while none runs', async () => {
    expect(Object.keys(probe.unit.document().paths ?? {})).toContain('/api/v1/probe/rows')
    const again = await rig.probe({ id: 'probe' }, { isTrial: false })
    expect(again.unit.document()).toEqual(probe.unit.document())
    expect((await again.client(acme()).get(again.path('/rows'))).status).toBe(200)
  })
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
