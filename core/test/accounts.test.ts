import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestHost, type TestClient, type TestHost } from '../src/testing/index.js'

const [FIRST, SECOND, THIRD] = ['Corr3ct-horse-battery', 'An0ther-long-password', 'Third-long-passw0rd']
const A = '/api/v1/auth'

let host: TestHost
beforeAll(async () => void (host = await createTestHost()))
afterAll(() => host.close())

/** The token of the newest mail to an address whose text has `words`. */
async function mailed(to: string, words: RegExp): Promise<string> {
  const find = async () => {
    const rows = await host.host.platform.database.core.run<{ text: string }>('platform', 'select text from platform.mail_outbox where recipient = $1 order by created_at desc', [to])
    return rows.map(({ text }) => text).find((text) => words.test(text))
  }
  await expect.poll(find).toBeDefined()
  return /[?&]token=([\w-]+)/.exec((await find()) ?? '')?.[1] ?? ''
}
const signIn = (password: string, email = 'owner@acme.example') => host.client('acme.localhost').post(`${A}/login`, { email, password })
const session = (password: string): Promise<TestClient> => host.client('acme.localhost').signIn('owner@acme.example', password)

describe('passwords', () => {
  test('a change needs the current one and a good new one; it ends every other session at once', async () => {
    const [own, other] = [await session(FIRST), await session(FIRST)]
    expect((await own.post(`${A}/password/change`, { current_password: 'Wrong-password-1', new_password: SECOND })).status).toBe(422)
    expect((await own.post(`${A}/password/change`, { current_password: FIRST, new_password: 'password1' })).status).toBe(422)
    await own.post(`${A}/password/change`, { current_password: FIRST, new_password: SECOND }).expect(200)
    expect([(await signIn(FIRST)).status, (await signIn(SECOND)).status]).toEqual([401, 200])
    await own.get(`${A}/me`).expect(200)
    expect((await other.get(`${A}/me`)).status).toBe(401)
  })
  test('who asks for a link learns nothing of who has an account; the link works once, at its own host', async () => {
    const [known, unknown] = [await host.acme.anonymous().post(`${A}/password/forgot`, { email: 'owner@acme.example' }), await host.acme.anonymous().post(`${A}/password/forgot`, { email: 'nobody@acme.example' })]
    expect([known.status, known.text]).toEqual([202, unknown.text])
    const token = await mailed('owner@acme.example', /reset-password/)
    expect((await host.acme.anonymous().post(`${A}/password/reset`, { token, new_password: 'password1' })).status).toBe(422)
    expect((await host.globex.anonymous().post(`${A}/password/reset`, { token, new_password: THIRD })).status).toBe(422)
    await host.acme.anonymous().post(`${A}/password/reset`, { token, new_password: THIRD }).expect(200)
    expect((await signIn(THIRD)).status).toBe(200)
    expect((await host.acme.anonymous().post(`${A}/password/reset`, { token, new_password: FIRST })).status).toBe(422)
    expect(await host.host.platform.database.core.run('platform', `select 1 from platform.mail_outbox where recipient = 'nobody@acme.example'`)).toEqual([])
  })
})

describe('sessions', () => {
  test('are listed without their tokens; one that is ended is refused at once, the others go on', async () => {
    const [own, lost] = [await session(THIRD), await session(THIRD)]
    const listed = async () => (await own.get<{ items: { id: string; is_current: boolean }[] }>(`${A}/sessions`).expect(200)).items
    const claims = JSON.parse(Buffer.from(lost.token?.split('.')[1] ?? '', 'base64url').toString()) as { sid: string }
    expect((await listed()).filter(({ is_current }) => is_current)).toHaveLength(1)
    expect(JSON.stringify(await listed())).not.toMatch(/token/)
    expect((await own.delete(`${A}/sessions/${claims.sid}`)).status).toBe(204)
    expect((await lost.get(`${A}/me`)).status).toBe(401)
    expect((await lost.post(`${A}/refresh`)).status).toBe(401)
    await own.get(`${A}/me`).expect(200)
    expect((await listed()).map(({ id }) => id)).not.toContain(claims.sid)
  })
  test('nobody ends another’s', async () => {
    const { items } = await host.globex.admin.get<{ items: { id: string }[] }>(`${A}/sessions`).expect(200)
    expect((await (await session(THIRD)).delete(`${A}/sessions/${items[0]?.id}`)).status).toBe(404)
    await host.globex.admin.get(`${A}/me`).expect(200)
  })
  test('a client without cookies carries the refresh token in bodies', async () => {
    const client = host.client('acme.localhost')
    const headers = { 'x-token-transport': 'body' }
    const opened = await client.post<{ refresh_token: string }>(`${A}/login`, { email: 'owner@acme.example', password: THIRD }, { headers }).expect(200)
    expect([...client.cookies]).toEqual([])
    const renewed = await client.post<{ refresh_token: string }>(`${A}/refresh`, { refresh_token: opened.refresh_token }, { headers }).expect(200)
    expect(renewed.refresh_token).not.toBe(opened.refresh_token)
    await client.post(`${A}/logout`, { refresh_token: renewed.refresh_token }).expect(200)
    expect((await client.post(`${A}/refresh`, { refresh_token: renewed.refresh_token }, { headers })).status).toBe(401)
  })
  test('a rotated signing key logs nobody out, and signs what comes', async () => {
    const own = await session(THIRD)
    const before = await host.superAdmin.post<{ keys: { kid: string }[] }>('/api/v1/platform/signing-keys/rotate', {}).expect(200)
    await own.get(`${A}/me`).expect(200)
    const header = JSON.parse(Buffer.from((await session(THIRD)).token?.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }
    expect(header.kid).toBe(before.keys[0]?.kid)
    expect(before.keys.length).toBe(2)
  })
})

test('an address is verified by the mailed token alone, once', async () => {
  const token = await mailed('owner@globex.example', /verify-email/)
  expect((await host.acme.anonymous().post(`${A}/email/verify`, { token })).status).toBe(422)
  await host.globex.anonymous().post(`${A}/email/verify`, { token }).expect(200)
  expect((await host.globex.anonymous().post(`${A}/email/verify`, { token })).status).toBe(422)
})

describe('registration', () => {
  const newcomer = { email: 'joiner@acme.example', username: 'joiner', password: FIRST }
  test('is closed to strangers, whatever organization they name', async () => {
    expect((await host.acme.anonymous().post(`${A}/register`, newcomer)).status).toBe(403)
    expect((await host.acme.anonymous().post(`${A}/register`, { ...newcomer, organization_id: host.globex.id })).status).toBe(401)
  })
  test('takes whoever was invited', async () => {
    const own = await session(THIRD)
    const { invitation_token } = await own.post<{ invitation_token: string }>('/api/v1/users/invitations', { email: newcomer.email, user_type: 'employee' }).expect(201)
    const { access_token } = await host.acme.anonymous().post<{ access_token: string }>(`${A}/register`, { ...newcomer, invitation_token }).expect(201)
    expect(access_token).toBeTruthy()
  })
})

describe('accounts in several organizations', () => {
  test('equal addresses link nothing; a fresh sign-in does, and the switch signs in there once', async () => {
    const own = await session(THIRD)
    const organizations = async () => (await own.get<{ items: { subdomain: string }[] }>(`${A}/organizations`).expect(200)).items.map(({ subdomain }) => subdomain)
    expect(await organizations()).toEqual(['acme'])
    expect((await own.post(`${A}/switch/${host.globex.id}`)).status).toBe(404)
    expect((await own.post(`${A}/links`, { subdomain: 'globex', email: 'owner@globex.example', password: 'Wrong-password-1' })).status).toBe(422)
    const link = await own.post<{ id: string }>(`${A}/links`, { subdomain: 'globex', email: 'owner@globex.example', password: FIRST }).expect(201)
    expect(await organizations()).toEqual(['acme', 'globex'])
    const { url } = await own.post<{ url: string }>(`${A}/switch/${host.globex.id}`).expect(200)
    const there = new URL(url)
    expect([there.hostname, Number(there.port)]).toEqual(['globex.localhost', host.port])
    const browser = host.client('globex.localhost')
    expect((await browser.get(`${there.pathname}${there.search}`)).headers.location).toBe('/')
    await browser.post(`${A}/refresh`, undefined, { headers: { origin: `http://globex.localhost:${host.port}`, host: `globex.localhost:${host.port}` } })
    expect((await host.client('globex.localhost').get(`${there.pathname}${there.search}`)).headers.location).toBe('/sign-in')
    expect((await own.delete(`${A}/links/${link.id}`)).status).toBe(204)
    expect((await own.post(`${A}/switch/${host.globex.id}`)).status).toBe(404)
  })
})

test('super admins are several; one removes another, never themselves', async () => {
  const second = { email: 'second@innoerp.example', password: FIRST }
  const made = await host.superAdmin.post<{ id: string }>('/api/v1/platform/admins', second).expect(201)
  const other = await host.client('admin.localhost').signIn(second.email, second.password)
  expect((await other.delete(`/api/v1/platform/admins/${made.id}`)).status).toBe(409)
  expect((await host.superAdmin.delete(`/api/v1/platform/admins/${made.id}`)).status).toBe(204)
  expect((await other.get('/api/v1/platform/admins')).status).toBe(401)
})
