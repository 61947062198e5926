import type { UserType } from '@innoerp/sdk/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHost, type TestClient, type TestHost } from '../src/testing/index.js'

const PASSWORD = 'Corr3ct-horse-battery'
const USERS = '/api/v1/users'
const INVITATIONS = `${USERS}/invitations`

interface Person {
  id: string
  email: string
  username: string
  user_type: UserType
  version: number
}
interface Invited {
  id: string
  email: string
  status: string
  invitation_token: string
}
interface Listed<T> {
  items: T[]
  total: number
  next: string | null
}
interface Refusal {
  detail: { code: string }
}

let host: TestHost
beforeAll(async () => {
  host = await createTestHost()
})
afterAll(() => host.close())

let number = 0
const address = () => `guest${(number += 1)}@elsewhere.example`
const invite = (client: TestClient, user_type: UserType, email = address()) =>
  client.post<Invited & Refusal>(INVITATIONS, { email, user_type })
const accept = (token: string, body: object = {}, at = 'acme.localhost') =>
  host.client(at).post<Person & Refusal>(`${INVITATIONS}/${token}/accept`, { password: PASSWORD, ...body })
const sql = (text: string, values: readonly unknown[] = []) => host.host.platform.database.core.run('platform', text, values)

test('of twenty who accept one invitation at once one becomes a member', async () => {
  const { invitation_token } = await invite(host.acme.admin, 'employee').expect(201)
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => accept(invitation_token, { username: `racer-${i}` })))
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, ...Array.from({ length: 19 }, () => 400)])
})

test('the link tells who is asked to what, and no more', async () => {
  const { invitation_token, email } = await invite(host.acme.admin, 'client').expect(201)
  const path = `${INVITATIONS}/${invitation_token}`
  const info = await host.client('acme.localhost').get(path).expect(200)
  const expires_at = expect.stringMatching(/Z$/) as string
  expect(info).toEqual({ email, organization_name: 'acme', user_type: 'client', status: 'pending', expires_at })
  await host.client('globex.localhost').get(path).expect(404)
  await host.client('localhost').get(path).expect(404)
  await accept(invitation_token, {}, 'globex.localhost').expect(404)
  await accept(invitation_token, { user_type: 'admin' }).expect(400)
  await accept(invitation_token, { password: 'password1' }).expect(422)
  await accept(invitation_token).expect(201)
  expect(await host.client('acme.localhost').get(path).expect(200)).toMatchObject({ status: 'accepted' })
})

test('a withdrawn invitation and one that is over open nothing, and the address can be invited again', async () => {
  const withdrawn = await invite(host.acme.admin, 'employee').expect(201)
  await host.acme.admin.delete(`${INVITATIONS}/${withdrawn.id}`).expect(204)
  expect((await accept(withdrawn.invitation_token).expect(400)).detail.code).toBe('USER_INVITATION_ENDED')
  const refusal = await host.acme.admin.delete<Refusal>(`${INVITATIONS}/${withdrawn.id}`).expect(409)
  expect(refusal.detail.code).toBe('USER_INVITATION_NOT_PENDING')

  const over = await invite(host.acme.admin, 'employee').expect(201)
  expect((await invite(host.acme.admin, 'employee', over.email.toUpperCase()).expect(400)).detail.code).toBe('USER_ALREADY_PENDING')
  await sql(`update users.invitations set expires_at = now() - interval '1 second' where id = $1`, [over.id])
  await accept(over.invitation_token).expect(400)
  const listed = await host.acme.admin.get<Listed<Invited>>(`${INVITATIONS}?status_filter=expired`).expect(200)
  expect(listed.items.map((row) => row.id)).toEqual([over.id])
  await invite(host.acme.admin, 'employee', over.email).expect(201)
})

test('who is a member already is not invited', async () => {
  expect((await invite(host.acme.admin, 'employee', 'OWNER@acme.example').expect(400)).detail.code).toBe('USER_ALREADY_MEMBER')
  await invite(host.acme.admin, 'employee', 'owner@globex.example').expect(201)
})

test('the same local part gets a number, also when many come at once', async () => {
  const domains = Array.from({ length: 6 }, (_, i) => `pat.kim@company${i}.example`)
  const invited = await Promise.all(domains.map((email) => invite(host.acme.admin, 'employee', email).expect(201)))
  const people = await Promise.all(invited.map(({ invitation_token }) => accept(invitation_token).expect(201)))
  const names = people.map((person) => person.username).toSorted()
  expect(names).toEqual(['pat.kim', 'pat.kim2', 'pat.kim3', 'pat.kim4', 'pat.kim5', 'pat.kim6'])
  const taken = await invite(host.acme.admin, 'employee').expect(201)
  expect((await accept(taken.invitation_token, { username: 'Pat.Kim' }).expect(409)).detail.code).toBe('USER_USERNAME_TAKEN')
  // The refusal used nothing up.
  await accept(taken.invitation_token).expect(201)
})

test.each<[UserType, UserType[]]>([
  ['admin', ['admin', 'manager', 'employee', 'client', 'supplier']],
  ['manager', ['employee', 'client', 'supplier']],
  ['employee', []],
  ['client', []],
  ['supplier', []],
])('%s invites %j alone, and sees the links of no others', async (who, allowed) => {
  const inviter = await host.acme.person(who)
  for (const type of ['admin', 'manager', 'employee', 'client', 'supplier'] as const) {
    const { id } = await invite(host.acme.admin, type).expect(201)
    expect((await invite(inviter, type)).status, type).toBe(allowed.includes(type) ? 201 : 403)
    const list = await inviter.get<Listed<Invited>>(`${INVITATIONS}?limit=200`)
    expect(list.status).toBe(allowed.length > 0 ? 200 : 403)
    expect(list.text.includes(id), type).toBe(allowed.includes(type))
    const may = allowed.includes(type) ? 204 : allowed.length > 0 ? 404 : 403
    expect((await inviter.delete(`${INVITATIONS}/${id}`)).status, type).toBe(may)
  }
})

test('the last active administrator stays one, also when two demote each other', async () => {
  const tenant = await host.signUp('pair')
  const refusal = await tenant.admin.patch<Refusal>(`${USERS}/${tenant.adminId}/type`, { user_type: 'client' }).expect(409)
  expect(refusal.detail.code).toBe('USER_LAST_ADMIN')
  await tenant.admin.patch(`${USERS}/${tenant.adminId}/status`, { is_active: false }).expect(409)
  const second = await tenant.person('admin')
  const answers = await Promise.all([
    tenant.admin.patch(`${USERS}/${second.userId}/type`, { user_type: 'employee' }),
    second.patch(`${USERS}/${tenant.adminId}/type`, { user_type: 'employee' }),
  ])
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
  const rows = await sql(`select 1 from users.users where organization_id = $1 and user_type = 'admin' and is_active`, [tenant.id])
  expect(rows).toHaveLength(1)
})

test('only administrators change types, and the change counts for tokens given before', async () => {
  const [manager, employee] = [await host.acme.person('manager'), await host.acme.person('employee')]
  for (const who of [manager, employee]) await who.patch(`${USERS}/${who.userId}/type`, { user_type: 'admin' }).expect(403)
  await host.acme.admin.patch(`${USERS}/${employee.userId}/type`, { user_type: 'emperor' }).expect(400)
  await host.acme.admin.patch(`${USERS}/${employee.userId}/type`, { user_type: 'manager' }).expect(200)
  await employee.get(INVITATIONS).expect(200)
  await host.acme.admin.patch(`${USERS}/${employee.userId}/type`, { user_type: 'client' }).expect(200)
  await employee.get(INVITATIONS).expect(403)
  const me = await employee.get<{ organizations: unknown[] }>('/api/v1/auth/me').expect(200)
  expect(me.organizations).toMatchObject([{ role: 'client' }])
})

test('a change on an old version is refused, on the current one taken, without one unconditional', async () => {
  const { userId } = await host.acme.person('employee')
  const read = await host.acme.admin.get<Person>(`${USERS}/${userId}`)
  const etag = read.headers.etag ?? ''
  const change = (user_type: UserType, headers = {}) => host.acme.admin.patch(`${USERS}/${userId}/type`, { user_type }, { headers })
  await change('client', { 'if-match': etag }).expect(200)
  await change('supplier', { 'if-match': etag }).expect(412)
  await change('supplier').expect(200)
})

test('one changes the own name and address, not onto somebody else’s', async () => {
  const person = await host.acme.person('employee')
  const me = await person.patch<Person>(`${USERS}/me`, { first_name: 'Cléo', last_name: null, email: 'Cleo@acme.example' }).expect(200)
  expect(me).toMatchObject({ id: person.userId, first_name: 'Cléo', last_name: null, email: 'cleo@acme.example' })
  const named = await person.patch(`${USERS}/me`, { last_name: 'Berg' }).expect(200)
  expect(named).toMatchObject({ first_name: 'Cléo', last_name: 'Berg', email: 'cleo@acme.example' })
  await person.patch(`${USERS}/me`, { email: 'OWNER@acme.example' }).expect(409)
  await person.patch(`${USERS}/me`, { email: 'owner@globex.example' }).expect(200)
  await person.patch(`${USERS}/me`, { user_type: 'admin' }).expect(400)
  await person.patch(`${USERS}/me`, {}).expect(400)
  expect(await host.superAdmin.get(`${USERS}/me`).expect(200)).toMatchObject({ email: 'root@innoerp.example' })
})

test('people of another organization are not there', async () => {
  for (const ask of [
    host.acme.admin.get(`${USERS}/${host.globex.adminId}`),
    host.acme.admin.patch(`${USERS}/${host.globex.adminId}/type`, { user_type: 'client' }),
    host.acme.admin.patch(`${USERS}/${host.globex.adminId}/status`, { is_active: false }),
  ]) {
    expect((await ask).status).toBe(404)
  }
  const { items } = await host.acme.admin.get<Listed<Person>>(`${USERS}?limit=200`).expect(200)
  expect(items.map((row) => row.id)).not.toContain(host.globex.adminId)
})

test('clients and suppliers see themselves alone', async () => {
  for (const type of ['client', 'supplier'] as const) {
    const outsider = await host.acme.person(type)
    const { items, total } = await outsider.get<Listed<Person>>(USERS).expect(200)
    expect([items.map((row) => row.id), total]).toEqual([[outsider.userId], 1])
    await outsider.get(`${USERS}/${host.acme.adminId}`).expect(404)
    await outsider.get(`${USERS}/${outsider.userId}`).expect(200)
  }
})

test('a list is paged to its end, sorted, searched and filtered', async () => {
  const tenant = await host.signUp('crowd')
  for (const type of ['manager', 'employee', 'employee', 'client'] as const) await tenant.person(type)
  for (const sort of ['email', '-created_at']) {
    const { items: all } = await tenant.admin.get<Listed<Person>>(`${USERS}?sort=${sort}`).expect(200)
    const paged: string[] = []
    let after = ''
    do {
      const page: Listed<Person> = await tenant.admin.get<Listed<Person>>(`${USERS}?sort=${sort}&limit=2${after}`).expect(200)
      paged.push(...page.items.map((row) => row.id))
      expect(page.total).toBe(5)
      after = page.next ? `&after=${page.next}` : ''
    } while (after !== '')
    expect(paged).toEqual(all.map((row) => row.id))
  }
  const filtered = await tenant.admin.get<Listed<Person>>(`${USERS}?user_type=employee&total=false`).expect(200)
  expect([filtered.items.length, filtered.total]).toEqual([2, undefined])
  expect((await tenant.admin.get<Listed<Person>>(`${USERS}?search=OWNER@`).expect(200)).total).toBe(1)
  expect((await tenant.admin.get<Listed<Person>>(`${USERS}?search=olive%20owner`).expect(200)).total).toBe(1)
  expect((await tenant.admin.get<Listed<Person>>(`${USERS}?search=%25`).expect(200)).total).toBe(0)
  for (const query of ['limit=201', 'limit=0', 'sort=password_hash', 'after=nonsense', 'color=blue', 'user_type=king']) {
    await tenant.admin.get(`${USERS}?${query}`).expect(400)
  }
})

test('what happens to people is told', async () => {
  const topics = ['user.invited', 'user.created', 'user.type.changed']
  const [invited, created, changed] = await Promise.all(topics.map((topic) => host.events(topic)))
  expect(invited?.[0]?.data).toMatchObject({ organization_id: host.acme.id, by: host.acme.adminId })
  expect(created?.every((event) => typeof event.data.user_id === 'string' && !('password_hash' in event.data))).toBe(true)
  expect(changed?.length).toBeGreaterThan(0)
  expect(JSON.stringify([invited, created, changed])).not.toMatch(/invitation_token|password/)
})
