import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, HOSTILE_LIMITS, REFUSED } from './support/refusal.js'
import { publishDocument, startRegistry, TOKEN, type TestRegistry } from './support/registry.js'
import { hashesOf, packageTarball } from './support/tarball.js'

const honest = packageTarball(REFUSED)

let registry: TestRegistry

beforeAll(async () => {
  registry = await startRegistry({ limits: HOSTILE_LIMITS })
}, 30_000)

afterAll(() => registry.close())

describe('a document', () => {
  const put = (changes: object) => registry.put(REFUSED.name, { ...publishDocument(REFUSED, honest), ...changes })

  it('whose hashes are not those of its bytes is refused', async () => {
    const other = hashesOf(Buffer.from('other'))
    await expectRefusal(registry, registry.publish(REFUSED, honest, { integrity: other.integrity }), [400, 'REGISTRY_INTEGRITY_MISMATCH'])
    await expectRefusal(registry, registry.publish(REFUSED, honest, { shasum: other.shasum }), [400, 'REGISTRY_INTEGRITY_MISMATCH'])
    const both = `${hashesOf(honest).integrity} ${other.integrity}`
    await expectRefusal(registry, registry.publish(REFUSED, honest, { integrity: both }), [400, 'REGISTRY_INTEGRITY_MISMATCH'])
    for (const integrity of [undefined, '', 'sha1-AAAA', 'nonsense']) {
      await expectRefusal(registry, registry.publish(REFUSED, honest, { integrity }), [400, 'REGISTRY_DOCUMENT_INVALID'])
    }
    await expectRefusal(registry, registry.publish(REFUSED, honest, { shasum: undefined }), [400, 'REGISTRY_DOCUMENT_INVALID'])
  })

  it('that is none is refused', async () => {
    for (const body of [
      {},
      [],
      7,
      'text',
      null,
      { name: REFUSED.name },
      { name: REFUSED.name, versions: 7, _attachments: null },
      { name: REFUSED.name, versions: {} },
    ]) {
      await expectRefusal(registry, registry.put(REFUSED.name, body), [400, 'REGISTRY_REQUEST_INVALID'])
    }
  })

  it('is refused unless it holds one version, one tarball, and says the same everywhere', async () => {
    const { versions, _attachments } = publishDocument(REFUSED, honest)
    const [attachment] = Object.values(_attachments)
    for (const changes of [
      { name: 'other' },
      { versions: { ...versions, '1.0.1': {} } },
      { versions: { '1.0.0': { name: 'other', version: '1.0.0' } } },
      { versions: { '1.0.0': { name: REFUSED.name, version: '1.0.1' } } },
      { _attachments: { ..._attachments, 'second.tgz': attachment } },
      { _attachments: {} },
      { _attachments: { 'a.tgz': { ...attachment, data: 'not base64!' } } },
      { _attachments: { 'a.tgz': { ...attachment, length: 1 } } },
      { 'dist-tags': { latest: '2.0.0' } },
    ])
      await expectRefusal(registry, put(changes), [400, 'REGISTRY_DOCUMENT_INVALID'])
    await expectRefusal(registry, put({ 'dist-tags': { '^1.0.0': '1.0.0' } }), [400, 'REGISTRY_TAG_INVALID'])
    for (const version of ['v1.0.0', '1.0', '1.0.0+build', '../1.0.0']) {
      await expectRefusal(registry, registry.publish({ ...REFUSED, version }, honest), [400, 'REGISTRY_VERSION_INVALID'])
    }
  })

  it('larger than any tarball is refused before it is read', async () => {
    await expectRefusal(registry, registry.put(REFUSED.name, { name: 'x'.repeat(6_000_000) }), [413, 'REGISTRY_BODY_TOO_LARGE'])
  })
})

describe('a name', () => {
  it('that no package may have is refused', async () => {
    for (const name of [
      '..%2f..%2fescape',
      '@a%2f..%2f..%2fescape',
      'UPPER',
      '.hidden',
      'node_modules',
      'http',
      'a%20b',
      '%00',
      `x${'y'.repeat(214)}`,
    ]) {
      const answer = await registry.put(name, { name: '../../escape', versions: { '1.0.0': {} } })
      expect([name, answer.statusCode]).toEqual([name, 400])
    }
    expect((await registry.put('..%2f..%2fescape', publishDocument(REFUSED, honest))).json().detail.code).toBe('REGISTRY_NAME_INVALID')
  })

  it('leads nowhere when it is read', async () => {
    for (const path of [
      '..%2f..%2f..%2f..%2fetc%2fpasswd',
      '@a%2fb/-/..%2f..%2f..%2fetc%2fpasswd',
      '@a/b/-/%2e%2e%2fpasswd',
      '%00',
      'a/%00',
      'a/-/%00.tgz',
      '-/package/%00/dist-tags',
      '-',
      '-/nothing',
      'a/b/c/d/e',
    ]) {
      const answer = await registry.get(path, { 'if-none-match': '"x"' })
      expect([path, answer.statusCode]).toEqual([path, 404])
      expect(answer.json().error).toBe(answer.json().detail.message)
    }
    expect((await registry.get('%ZZ')).statusCode).toBe(400)
  })
})

describe('without a valid token', () => {
  it('nothing but reading is let through, whatever the route, and its body is not read', async () => {
    for (const [method, path] of [
      ['PUT', REFUSED.name],
      ['PUT', '-/package/a/dist-tags/b'],
      ['DELETE', '-/package/a/dist-tags/b'],
      ['DELETE', 'a/-rev/1'],
      ['PUT', 'a/-rev/1'],
      ['DELETE', 'a/-/a-1.0.0.tgz/-rev/1'],
      ['POST', '-/nothing'],
      ['PUT', '-/user/org.couchdb.user:eve'],
      ['PATCH', 'a'],
      ['OPTIONS', 'a'],
      ['GET', '-/whoami'],
    ] as const) {
      for (const authorization of [undefined, 'Bearer wrong', `Basic ${TOKEN}`, TOKEN, 'Bearer ']) {
        const answer = await registry.app.inject({
          method,
          url: `/registry/${path}`,
          headers: { ...(authorization && { authorization }) },
          payload: method === 'GET' ? undefined : '{',
        })
        expect([method, path, authorization, answer.statusCode]).toEqual([method, path, authorization, 401])
        expect(answer.headers['www-authenticate']).toBe('Bearer')
      }
    }
  })
})
