import { generateKeyPair } from 'jose'
import { expect, test } from 'vitest'
import { loadConfig } from '../config/config.js'
import { Breaker } from './breaker.js'
import { requestHeaders } from './headers.js'
import { createServiceTokens } from './service-tokens.js'
import { traceparentOf } from './trace.js'

test('an instance that fails is left alone, longer each time, and one request tries it again', () => {
  let now = 0
  const breaker = new Breaker(() => now)
  for (const fails of [1, 2]) expect([fails, breaker.fail({ isUnreached: false }), breaker.admits]).toEqual([fails, undefined, true])
  breaker.fail({ isUnreached: false })
  expect(breaker.admits).toBe(false)
  now = 500
  expect(breaker.admits).toBe(true)
  breaker.begin()
  expect(breaker.admits).toBe(false)
  breaker.fail({ isUnreached: true })
  now = 1_499
  expect(breaker.admits).toBe(false)
  now = 1_500
  breaker.begin()
  breaker.succeed()
  expect(breaker.admits).toBe(true)
})

test('headers of a connection and of the gateway end at it', () => {
  const given = { accept: 'a', connection: 'x-hop', 'x-hop': '1', 'x-forwarded-for': '1.1.1.1', 'x-innoerp-site': 'x', 'x-organization-id': 'x', 'transfer-encoding': 'chunked', cookie: 'c=1' }
  expect(requestHeaders(given, ['host', 'acme.localhost'])).toEqual(['host', 'acme.localhost', 'accept', 'a', 'cookie', 'c=1'])
})

test('a good trace goes on, a bad one begins anew', () => {
  const trace = 'a'.repeat(32)
  expect(traceparentOf(`00-${trace}-${'b'.repeat(16)}-00`)).toMatch(new RegExp(`^00-${trace}-(?!b{16})[0-9a-f]{16}-00$`))
  for (const bad of [undefined, 'x', `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`]) expect(traceparentOf(bad)).toMatch(/^00-(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-01$/)
})

test('a token is for one service, for a minute, with half a minute for clocks that differ', async () => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  let now = 1_700_000_000_000
  const keys = { current: { kid: 'k', privateKey }, publicKey: (kid: string) => (kid === 'k' ? publicKey : undefined), jwks: { keys: [] }, rotate: async () => {}, reload: async () => {} }
  const tokens = createServiceTokens({ keys, issuer: 'http://localhost', now: () => now })
  const token = await tokens.issue('tenant')
  expect(await tokens.verify(token, ['tenant'])).toBe(true)
  expect(await tokens.verify(token, ['auth'])).toBe(false)
  expect(await tokens.verify(`${token.slice(0, -4)}AAAA`, ['tenant'])).toBe(false)
  now += 89_000
  expect(await tokens.verify(token, ['tenant'])).toBe(true)
  now += 2_000
  expect(await tokens.verify(token, ['tenant'])).toBe(false)
})

test('a service apart says which settings it needs', () => {
  const of = (env: Record<string, string>) => () => loadConfig(env, { home: '/tmp/x' }).services
  expect(of({})()).toBeUndefined()
  expect(of({ INNOERP_SERVICE: 'tenant' })).toThrow('MODULES_URL')
  expect(of({ INNOERP_SERVICE: 'auth' })).toThrow('DATABASE_URL')
  expect(of({ INNOERP_SERVICE: 'nobody' })).toThrow('INNOERP_SERVICE')
  const split = of({ DATABASE_URL: 'postgres://h/d', MODULES_URL: 'http://a:1,http://b:2/', MODULES_URL_GROUPS: 'finance,crm=http://c:3;hr=http://d:4' })()
  expect(split?.urls.modules).toEqual(['http://a:1'].concat('http://b:2'))
  expect([split?.here.has('modules'), split?.here.has('tenant'), split?.groups.length, split?.drainSeconds]).toEqual([false, true, 2, 0])
})
