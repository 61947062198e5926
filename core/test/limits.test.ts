import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHost, type TestHost } from '../src/testing/index.js'

const PASSWORD = 'Corr3ct-horse-battery'
const LOGIN = '/api/v1/auth/login'

let host: TestHost
beforeAll(async () => {
  host = await createTestHost({ settings: { INNOERP_LIMIT_LOGIN: '40', INNOERP_LIMIT_REQUESTS: '30', INNOERP_LIMIT_TENANT: '50' } })
})
afterAll(() => host.close())

const attempt = (email: string, password: string) =>
  host.client('acme.localhost').post<{ detail: { code: string } }>(LOGIN, { email, password })

test('ten wrong passwords shut an account for a while, a known one like an unknown one; then the address is shut too', async () => {
  const email = 'owner@acme.example'
  for (let i = 0; i < 9; i += 1) await attempt(email, 'Wrong-password-1').expect(401)
  // The right one takes the failures back.
  await attempt(email, PASSWORD).expect(200)
  for (const who of [email, 'nobody@acme.example']) {
    for (let i = 0; i < 10; i += 1) await attempt(who, 'Wrong-password-1').expect(401)
    const { status, headers, body } = await attempt(who, PASSWORD)
    expect([status, body.detail.code]).toEqual([429, 'REQUEST_THROTTLED'])
    expect(Number(headers['retry-after'])).toBeGreaterThan(800)
  }
  const others = await Promise.all(Array.from({ length: 20 }, (_, i) => attempt(`other${i}@acme.example`, 'Wrong-password-1')))
  const shut = others.filter((answer) => answer.status === 429)
  expect(shut.length).toBeGreaterThan(0)
  expect(Number(shut[0]?.headers['retry-after'])).toBeLessThanOrEqual(60)
})

test('a person has a share of each endpoint, an organization of all; who takes too much is told to wait, others are not', async () => {
  const { acme, globex } = host
  const person = await Promise.all(Array.from({ length: 31 }, () => globex.admin.get('/api/v1/auth/me')))
  expect(person.filter(({ status }) => status === 200)).toHaveLength(30)
  const refused = person.find(({ status }) => status === 429)
  expect(refused?.headers).toMatchObject({ 'ratelimit-limit': '30', 'ratelimit-remaining': '0', 'retry-after': expect.stringMatching(/^[1-6]?\d$/) })
  await globex.admin.get('/api/v1/users').expect(200)

  const endpoints = ['/api/v1/permissions', '/api/v1/users', '/api/v1/roles']
  const all = await Promise.all(Array.from({ length: 60 }, (_, i) => acme.admin.get(endpoints[i % 3] as string)))
  const over = all.filter(({ status }) => status === 429)
  expect(over.length).toBeGreaterThanOrEqual(10)
  expect(over[0]?.headers).toMatchObject({ 'ratelimit-limit': '50', 'retry-after': expect.any(String) })
  await globex.admin.get('/api/v1/roles').expect(200)
})
