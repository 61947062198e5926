import { createHmac, createPublicKey } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import type { SigningKeys } from './keys.js'
import { createAccessTokens } from './tokens.js'

const ORG = '0192f0c1-2222-7000-8000-000000000001'
const USER = { id: '0192f0c1-2222-7000-8000-000000000002', email: 'a@acme.example', organization_id: ORG, session_id: '0192f0c1-2222-7000-8000-000000000003' }
const issuer = 'http://localhost'
const OF_USER = { sub: USER.id, email: USER.email, is_superuser: false, organization_id: ORG, type: 'access', sid: USER.session_id, iss: issuer, aud: [ORG] }
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const partsOf = (token: string): [string, string, string] => token.split('.') as [string, string, string]

async function makeKeys(): Promise<SigningKeys> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' })
  const { x = '' } = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x })
  return {
    current: { kid, privateKey },
    publicKey: (asked) => (asked === kid ? publicKey : undefined),
    jwks: { keys: [{ kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' }] },
    rotate: async () => {},
    reload: async () => {},
  }
}

let keys: SigningKeys
let tokens: ReturnType<typeof createAccessTokens>
beforeAll(async () => {
  keys = await makeKeys()
  tokens = createAccessTokens({ keys, issuer })
})

const signed = (payload: JWTPayload, header: Record<string, unknown> = {}) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA', kid: keys.current.kid, ...header }).sign(keys.current.privateKey)
const good = (): JWTPayload => {
  const iat = Math.floor(Date.now() / 1_000)
  return { ...OF_USER, iat, exp: iat + 900, jti: 'x' }
}

test('a token of a person carries the documented claims for 15 minutes', async () => {
  const claims = await tokens.verify(await tokens.issue(USER))
  expect(claims).toMatchObject(OF_USER)
  expect((claims?.exp ?? 0) - (claims?.iat ?? 0)).toBe(900)
})

test('a super admin’s token names no organization', async () => {
  const claims = await tokens.verify(await tokens.issue({ ...USER, organization_id: null }))
  expect(claims).toMatchObject({ is_superuser: true, aud: ['admin'] })
  expect(claims).not.toHaveProperty('organization_id')
})

test('two tokens of one second differ', async () => {
  expect(await tokens.issue(USER)).not.toBe(await tokens.issue(USER))
})

test('the tests’ own signing is believed, so that the refusals below are for their reason', async () => {
  expect(await tokens.verify(await signed(good()))).toBeDefined()
})

test.each<[string, JWTPayload]>([
  ['of another issuer', { iss: 'http://elsewhere' }],
  ['for another audience', { aud: ['0192f0c1-2222-7000-8000-00000000000f'] }],
  ['without an audience', { aud: undefined }],
  ['of another kind', { type: 'refresh' }],
  ['that is over', { exp: Math.floor(Date.now() / 1_000) - 1 }],
  ['without an end', { exp: undefined }],
  ['without a session', { sid: undefined }],
  ['that is not valid yet', { nbf: Math.floor(Date.now() / 1_000) + 60 }],
  ['of a super admin with an organization', { is_superuser: true }],
  ['of a person without an organization', { organization_id: undefined, aud: ['admin'] }],
])('a token %s is refused, though signed by our key', async (_what, change) => {
  expect(await tokens.verify(await signed({ ...good(), ...change }))).toBeUndefined()
})

test('mutants are refused: no algorithm, HS256 with the public key, foreign keys, changed claims, half a signature', async () => {
  const [head, payload, signature] = partsOf(await tokens.issue(USER))
  const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as Record<string, unknown>
  const pem = createPublicKey({ key: { ...keys.jwks.keys[0] }, format: 'jwk' }).export({ type: 'spki', format: 'pem' })
  const hs256 = `${encode({ ...header, alg: 'HS256' })}.${payload}`
  const stranger = await makeKeys()
  const by = (signer: SigningKeys, its: { kid: string; jwk?: object | undefined }) =>
    new SignJWT(good()).setProtectedHeader({ alg: 'EdDSA', ...its }).sign(signer.current.privateKey)
  const mutants = [
    `${encode({ ...header, alg: 'none' })}.${payload}.`,
    `${hs256}.${createHmac('sha256', pem).update(hs256).digest('base64url')}`,
    `${encode({ ...header, kid: '../../dev/null' })}.${payload}.${signature}`,
    `${encode({ ...header, kid: undefined })}.${payload}.${signature}`,
    `${head}.${encode({ ...good(), is_superuser: true })}.${signature}`,
    `${head}.${payload}.${signature.slice(0, 20)}`,
    `${head}.${payload}.`,
    'let-me-in',
    '',
    `${head}.${payload}.${'A'.repeat(5_000)}`,
    // Brings its own key along, and says that it is ours.
    await by(stranger, { kid: keys.current.kid, jwk: stranger.jwks.keys[0] }),
    await by(stranger, { kid: stranger.current.kid }),
  ]
  for (const mutant of mutants) expect(await tokens.verify(mutant), mutant.slice(0, 80)).toBeUndefined()
})
