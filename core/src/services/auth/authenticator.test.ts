import { expect, test, vi } from 'vitest'
import type { Change } from '../../platform/bus.js'
import type { CoreDb } from '../../platform/database/core-db.js'
import { createAuthenticator } from './authenticator.js'
import type { AccessClaims } from './tokens.js'

const ORG = 'org-1'
type Deps = Parameters<typeof createAuthenticator>[0]

function setUp({ maxSessions = 10 } = {}) {
  const clock = { now: 1_000_000 }
  const people = new Map<string, Record<string, unknown>>()
  const listeners: ((change: Change) => unknown)[] = []
  const read = vi.fn<(id: string) => Promise<void>>().mockResolvedValue()
  const run = async (_scope: unknown, _text: string, [id]: readonly unknown[] = []) => {
    const row = people.get(String(id))
    await read(String(id))
    return row ? [row] : []
  }
  const tokens: Deps['tokens'] = {
    issue: async () => '',
    verify: async (token) => {
      const [sub = '', exp = '2000'] = token.split(':')
      const whose = { sub, email: '', is_superuser: false, organization_id: ORG, aud: [ORG], sid: `session of ${sub}` }
      const claims: AccessClaims = { ...whose, type: 'access', iss: '', iat: 0, exp: Number(exp), jti: '' }
      return sub.startsWith('bad') ? undefined : claims
    },
  }
  const bus = { on: (listener: (change: Change) => unknown) => void listeners.push(listener) }
  const platform = { database: { core: { run } as unknown as CoreDb }, bus } as unknown as Deps['platform']
  const add = (id: string, user_type = 'employee') => 
    people.set(id, { id, email: `${id}@x.example`, organization_id: ORG, is_superuser: false, user_type })
  return {
    authenticator: createAuthenticator({ platform, tokens, maxSessions, now: () => clock.now }),
    announce: (change: Change) => listeners.forEach((listener) => listener(change)),
    add,
    people,
    clock,
    read,
  }
}

test('a token is known after it was verified, until its end', async () => {
  const { authenticator, add, clock } = setUp()
  add('u1')
  expect(authenticator.peek('u1')).toBeUndefined()
  const session = await authenticator.verify('u1')
  expect(session).toMatchObject({ caller: { id: 'u1', organization_id: ORG, user_type: 'employee' }, expiresAt: 2_000_000 })
  expect(authenticator.peek('u1')).toBe(session)
  clock.now = 2_000_000
  expect(authenticator.peek('u1')).toBeUndefined()
})

test('a bad token and a person who is gone are nobody, and nothing is kept of them', async () => {
  const { authenticator } = setUp()
  expect(await authenticator.verify('bad')).toBeUndefined()
  expect(await authenticator.verify('gone')).toBeUndefined()
  expect(authenticator.peek('gone')).toBeUndefined()
})

test.each<[string, Change]>([
  ['the user', { kind: 'user', id: 'u1' }],
  ['the organization', { kind: 'organization', id: ORG }],
  ['nobody knows what', { kind: 'catalogue' }],
])('a change of %s is seen at once', async (_what, change) => {
  const { authenticator, announce, add } = setUp()
  add('u1')
  await authenticator.verify('u1')
  add('u1', 'manager')
  announce(change)
  expect(authenticator.peek('u1')).toBeUndefined()
  expect((await authenticator.verify('u1'))?.caller.user_type).toBe('manager')
})

test('a change of somebody else leaves a session alone', async () => {
  const { authenticator, announce, add } = setUp()
  add('u1')
  const session = await authenticator.verify('u1')
  announce({ kind: 'user', id: 'u2' })
  announce({ kind: 'organization', id: 'org-2' })
  expect(authenticator.peek('u1')).toBe(session)
})

test('what was read before a change and arrives after it is not kept', async () => {
  const { authenticator, announce, add, people, read } = setUp()
  add('u1')
  let arrive: () => void = () => {}
  read.mockImplementationOnce(() => new Promise<void>((resolve) => (arrive = resolve)))
  const stale = authenticator.verify('u1')
  await vi.waitFor(() => expect(read).toHaveBeenCalled())
  people.delete('u1')
  announce({ kind: 'user', id: 'u1' })
  expect(await authenticator.verify('u1')).toBeUndefined()
  arrive()
  await stale
  expect(authenticator.peek('u1')).toBeUndefined()
})

test('many requests with one new token read the user once', async () => {
  const { authenticator, add, read } = setUp()
  add('u1')
  await Promise.all(Array.from({ length: 50 }, () => authenticator.verify('u1')))
  expect(read).toHaveBeenCalledTimes(1)
})

test('no more sessions are kept than allowed; the oldest go', async () => {
  const { authenticator, add } = setUp({ maxSessions: 3 })
  for (const id of ['u1', 'u2', 'u3', 'u4']) {
    add(id)
    await authenticator.verify(id)
  }
  expect(['u1', 'u2', 'u3', 'u4'].map((id) => authenticator.peek(id)?.caller.id)).toEqual([undefined, 'u2', 'u3', 'u4'])
})
