import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHost, type TestClient, type TestHost } from '../src/testing/index.js'
import { openSigningKeys } from '../src/services/auth/keys.js'
import { createPasswords } from '../src/services/auth/passwords.js'
import { ensureSuperAdmin } from '../src/services/auth/super-admin.js'

const PASSWORD = 'Corr3ct-horse-battery'
const LOGIN = '/api/v1/auth/login'
const REFRESH = '/api/v1/auth/refresh'
const COOKIE = 'innoerp_refresh'

interface Refusal {
  detail: { code: string; request_id: string }
}

let host: TestHost
beforeAll(async () => {
  host = await createTestHost()
})
afterAll(() => host.close())

const ownerOf = (subdomain: string) => `owner@${subdomain}.example`
const atAcme = () => host.client('acme.localhost').signIn(ownerOf('acme'), PASSWORD)
/** The same cookies in another browser, without the token. */
const copyOf = (client: TestClient, name = client.host): TestClient => {
  const copy = host.client(name)
  for (const [key, value] of client.cookies) copy.cookies.set(key, value)
  return copy
}
const sql = <R>(text: string, values: readonly unknown[] = []) => host.host.platform.database.core.run<R>('platform', text, values)

test('instances that start beside a running one agree on one signing key, which is kept encrypted', async () => {
  const { platform } = host.host
  const owner = await platform.database.connectAsOwner()
  await owner.query(`set role "${platform.database.roles.owner}"`)
  await owner.query('update auth.signing_keys set retired_at = now()')
  try {
    const all = await Promise.all(Array.from({ length: 5 }, () => openSigningKeys(platform)))
    expect(new Set(all.map((keys) => keys.current.kid)).size).toBe(1)
    // The one that signed before stays, so that nobody is logged out.
    expect(all[0]?.jwks.keys).toHaveLength(2)
    const { rows } = await owner.query<{ private_jwk_encrypted: string }>('select private_jwk_encrypted from auth.signing_keys')
    expect(rows.every((row) => !Buffer.from(row.private_jwk_encrypted, 'base64url').toString().includes('"d"'))).toBe(true)
    const other = { ...platform, secrets: { ...platform.secrets, secretKey: 'another' } }
    await expect(openSigningKeys(other)).rejects.toThrow('another INNOERP_SECRET_KEY')
  } finally {
    await owner.query('delete from auth.signing_keys where retired_at is null')
    await owner.query('update auth.signing_keys set retired_at = null')
    await owner.end()
  }
})

test('the first super admin is made once, and later settings for it count no more', async () => {
  const { platform } = host.host
  const later = { ...platform, secrets: { ...platform.secrets, adminPassword: 'Another-password-2' } }
  const passwords = createPasswords({ cost: 4 })
  await ensureSuperAdmin({ platform: later, passwords })
  const [before] = await sql<{ password_hash: string }>('select password_hash from users.users where is_superuser')
  expect(await passwords.verify('Another-password-2', before?.password_hash)).toBe(false)

  await sql('delete from users.users where is_superuser')
  await Promise.all(Array.from({ length: 4 }, () => ensureSuperAdmin({ platform, passwords })))
  expect(await sql('select 1 from users.users where is_superuser')).toHaveLength(1)
  await host.superAdmin.signIn(platform.secrets.adminEmail, platform.secrets.adminPassword)
})

test('the key set is public and has no private part', async () => {
  const { keys } = await host.client('acme.localhost').get<{ keys: Record<string, string>[] }>('/.well-known/jwks.json').expect(200)
  expect(keys.map((key) => Object.keys(key).toSorted())).toEqual([['alg', 'crv', 'kid', 'kty', 'use', 'x']])
})

test('of fifty parallel refreshes one successor comes, for all of them', async () => {
  const session = await atAcme()
  const tabs = Array.from({ length: 50 }, () => copyOf(session))
  const answers = await Promise.all(tabs.map((tab) => tab.post(REFRESH)))
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]))
  expect(new Set(tabs.map((tab) => tab.cookies.get(COOKIE))).size).toBe(1)
  await tabs[0]?.post(REFRESH).expect(200)
})

test('within the grace a late one joins the chain at its end', async () => {
  const session = await atAcme()
  const late = copyOf(session)
  await session.post(REFRESH).expect(200)
  await session.post(REFRESH).expect(200)
  await late.post(REFRESH).expect(200)
  expect(late.cookies.get(COOKIE)).toBe(session.cookies.get(COOKIE))
})

test('a used token that comes after the grace ends the whole session', async () => {
  const session = await atAcme()
  const thief = copyOf(session)
  await session.post(REFRESH).expect(200)
  await sql(`update auth.refresh_tokens set rotated_at = rotated_at - interval '11 seconds' where rotated_at is not null`)
  await thief.post(REFRESH).expect(401)
  await session.post(REFRESH).expect(401)
})

test('no refresh token stands in the database as it is', async () => {
  const session = await atAcme()
  await session.post(REFRESH).expect(200)
  const stored = await sql(`select 1 from auth.refresh_tokens t where t::text like '%' || $1 || '%'`, [session.cookies.get(COOKIE)])
  expect(stored).toEqual([])
})

test('log-out ends the session, clears the cookie, and works without one', async () => {
  const session = await atAcme()
  const kept = copyOf(session)
  await session.post('/api/v1/auth/logout').expect(200)
  expect(session.cookies.has(COOKIE)).toBe(false)
  await kept.post(REFRESH).expect(401)
  await host.client('acme.localhost').post('/api/v1/auth/logout').expect(200)
})

test('a cookie is worth nothing on another host, nor without an Origin of its own', async () => {
  const session = await atAcme()
  await copyOf(session, 'globex.localhost').post(REFRESH).expect(401)
  await copyOf(session, 'admin.localhost').post(REFRESH).expect(401)
  const tenant = { origin: `http://globex.localhost:${host.port}` }
  for (const path of [REFRESH, '/api/v1/auth/logout', LOGIN]) {
    await copyOf(session).post(path, undefined, { headers: tenant }).expect(403)
    await copyOf(session).post(path, undefined, { headers: { origin: 'null' } }).expect(403)
  }
  await session.post(REFRESH).expect(200)
})

test('the cookie is for this host alone and invisible to scripts', async () => {
  const { headers } = await host.client('acme.localhost').post(LOGIN, { email: ownerOf('acme'), password: PASSWORD })
  const [line = ''] = headers['set-cookie'] ?? []
  expect(line).toMatch(/^innoerp_refresh=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/)
  expect(headers['cache-control']).toBe('no-store')
})

test('an unknown address, a wrong password, another organization and a person who is switched off get one answer', async () => {
  const employee = await host.acme.person('employee')
  const { email } = await employee.get<{ email: string }>('/api/v1/auth/me').expect(200)
  await host.acme.admin.patch(`/api/v1/users/${employee.userId}/status`, { is_active: false }).expect(200)
  const attempts = [
    { email: 'nobody@acme.example', password: PASSWORD },
    { email: ownerOf('acme'), password: 'Wrong-password-1' },
    { email: ownerOf('globex'), password: PASSWORD },
    { email, password: PASSWORD },
    { email: ownerOf('acme'), password: PASSWORD, organization_id: host.globex.id },
  ]
  const answers = await Promise.all(attempts.map((body) => host.client('acme.localhost').post<Refusal>(LOGIN, body)))
  const seen = answers.map(({ status, body }) => JSON.stringify([status, { ...body.detail, request_id: '' }]))
  expect(new Set(seen).size).toBe(1)
  expect(answers[0]?.status).toBe(401)
  const right = { email: ownerOf('acme').toUpperCase(), password: PASSWORD, organization_id: host.acme.id }
  await host.client('acme.localhost').post(LOGIN, right).expect(200)
})

test('nobody signs in at the public host', async () => {
  const { status, body } = await host.client('localhost').post<Refusal>(LOGIN, { email: ownerOf('acme'), password: PASSWORD })
  expect([status, body.detail.code]).toEqual([404, 'AUTH_NO_ACCOUNTS_HERE'])
})

test('a person who is switched off is out at once: token, session, and the session stays over', async () => {
  const employee = await host.acme.person('employee')
  const at = (is_active: boolean) => host.acme.admin.patch(`/api/v1/users/${employee.userId}/status`, { is_active }).expect(200)
  await employee.get('/api/v1/auth/me').expect(200)
  await at(false)
  await employee.get('/api/v1/auth/me').expect(401)
  await copyOf(employee).post(REFRESH).expect(401)
  await at(true)
  await copyOf(employee).post(REFRESH).expect(401)
})

test('an organization that is switched off refuses token and session', async () => {
  const tenant = await host.signUp('sleepy')
  const at = (is_active: boolean) => host.superAdmin.patch(`/api/v1/organizations/${tenant.id}/status`, { is_active }).expect(200)
  await at(false)
  expect((await tenant.admin.get('/api/v1/auth/me')).status).toBe(403)
  expect((await copyOf(tenant.admin).post(REFRESH)).status).toBe(403)
  await at(true)
  await copyOf(tenant.admin).post(REFRESH).expect(200)
})

test('verify answers the claims, me the person', async () => {
  const claims = await host.acme.admin.get<{ sub: string; organization_id: string }>('/api/v1/auth/verify').expect(200)
  expect(claims).toMatchObject({ sub: host.acme.adminId, organization_id: host.acme.id, aud: [host.acme.id], type: 'access' })
  const me = await host.acme.admin.get<{ organizations: unknown[] }>('/api/v1/auth/me').expect(200)
  expect(me).toMatchObject({ id: host.acme.adminId, user_type: 'admin', is_superuser: false, current_organization_id: host.acme.id })
  expect(me.organizations).toMatchObject([{ organization_id: host.acme.id, role: 'admin', is_active: true }])
  const root = await host.superAdmin.get('/api/v1/auth/me').expect(200)
  expect(root).toMatchObject({ is_superuser: true, organization_id: null, organizations: [] })
})
