import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishDocument, startRegistry, TOKEN, type TestRegistry } from './support/registry.js'
import { hashesOf, packageTarball, writeTarball, type Entry } from './support/tarball.js'

const LIMITS = { tarballBytes: 300_000, unpackedBytes: 2_000_000, entries: 100 }
const PACKAGE = { name: '@hostile/package', version: '1.0.0' }
const honest = packageTarball(PACKAGE)

let registry: TestRegistry

beforeAll(async () => {
  registry = await startRegistry({ limits: LIMITS })
}, 30_000)

afterAll(() => registry.close())

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

async function expectRefusal(
  answer: Promise<{ statusCode: number; json(): { error: string; detail: { code: string; message: string } } }>,
  status: number,
  code: string,
) {
  const { statusCode, json } = await answer
  const { error, detail } = json()
  expect([statusCode, detail.code]).toEqual([status, code])
  expect(error).toBe(detail.message)
  expect((await registry.get(PACKAGE.name)).statusCode).toBe(404)
  expect(filesOf(registry.folder)).toEqual([])
  return detail.message
}

describe('a tarball with', () => {
  const bad: Record<string, Entry[]> = {
    'a path that leaves the folder': [{ path: 'package/../../escape' }],
    'an absolute path': [{ path: '/tmp/escape' }],
    'a path beside package/': [{ path: 'other/file' }],
    'a backslash in a path': [{ path: 'package\\..\\escape' }],
    'a symbolic link': [{ path: 'package/link', type: '2', link: '/etc' }],
    'a hard link': [{ path: 'package/link', type: '1', link: '/etc/passwd' }],
    'a device': [{ path: 'package/null', type: '3' }],
    'a FIFO': [{ path: 'package/pipe', type: '6' }],
    'a sparse file': [{ path: 'package/sparse', type: 'S' }],
    'two names that differ in case alone': [{ path: 'package/Index.js' }, { path: 'package/index.js' }],
    'the package.json twice': [{ path: 'package/package.json', data: '{}' }],
    'a file in place of a folder': [{ path: 'package/a/b' }, { path: 'package/a' }],
    'a folder in place of a file': [{ path: 'package/a' }, { path: 'package/a/b' }],
  }
  it.each(Object.entries(bad))('%s is refused', async (_what, entries) => {
    await expectRefusal(registry.publish(PACKAGE, packageTarball(PACKAGE, ...entries)), 400, 'REGISTRY_TARBALL_INVALID')
  })

  const large: Record<string, Entry[]> = {
    'more entries than allowed': Array.from({ length: LIMITS.entries }, (_, i) => ({ path: `package/${i}` })),
    'more bytes than allowed when unpacked': [{ path: 'package/bomb', data: Buffer.alloc(LIMITS.unpackedBytes) }],
    'more bytes than allowed': [{ path: 'package/noise', data: randomBytes(LIMITS.tarballBytes) }],
    'a huge package.json': [],
  }
  it.each(Object.entries(large))('%s is refused as too large', async (what, entries) => {
    const packageJson = what === 'a huge package.json' ? { ...PACKAGE, description: 'x'.repeat(1_100_000) } : PACKAGE
    await expectRefusal(registry.publish(PACKAGE, packageTarball(packageJson, ...entries)), 413, 'REGISTRY_TARBALL_TOO_LARGE')
  })

  const broken: Record<string, Buffer> = {
    'no gzip': Buffer.from('plain text'),
    'no tar': gzipSync(randomBytes(2048)),
    nothing: gzipSync(Buffer.alloc(0)),
    'a cut end': honest.subarray(0, honest.length - 20),
    'a second compression': gzipSync(honest),
    'no package.json': writeTarball([{ path: 'package/index.js' }]),
    'a package.json that is no JSON': writeTarball([{ path: 'package/package.json', data: '{' }]),
    'a package.json that is a list': writeTarball([{ path: 'package/package.json', data: '[]' }]),
    'another name inside': packageTarball({ ...PACKAGE, name: 'other' }),
    'another version inside': packageTarball({ ...PACKAGE, version: '1.0.1' }),
    'a package.json for prototypes': writeTarball([
      { path: 'package/package.json', data: '{"name":"@hostile/package","version":"1.0.0","__proto__":{"a":1}}' },
    ]),
    'a package.json nested without end': writeTarball([
      { path: 'package/package.json', data: `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}` },
    ]),
  }
  it.each(Object.entries(broken))('%s is refused', async (_what, bytes) => {
    await expectRefusal(registry.publish(PACKAGE, bytes), 400, 'REGISTRY_TARBALL_INVALID')
  })
})

describe('a document', () => {
  const put = (changes: object) => registry.put(PACKAGE.name, { ...publishDocument(PACKAGE, honest), ...changes })

  it('whose hashes are not those of its bytes is refused', async () => {
    const other = hashesOf(Buffer.from('other'))
    await expectRefusal(registry.publish(PACKAGE, honest, { integrity: other.integrity }), 400, 'REGISTRY_INTEGRITY_MISMATCH')
    await expectRefusal(registry.publish(PACKAGE, honest, { shasum: other.shasum }), 400, 'REGISTRY_INTEGRITY_MISMATCH')
    const both = `${hashesOf(honest).integrity} ${other.integrity}`
    await expectRefusal(registry.publish(PACKAGE, honest, { integrity: both }), 400, 'REGISTRY_INTEGRITY_MISMATCH')
    for (const integrity of [undefined, '', 'sha1-AAAA', 'nonsense']) {
      await expectRefusal(registry.publish(PACKAGE, honest, { integrity }), 400, 'REGISTRY_DOCUMENT_INVALID')
    }
    await expectRefusal(registry.publish(PACKAGE, honest, { shasum: undefined }), 400, 'REGISTRY_DOCUMENT_INVALID')
  })

  it('that is none is refused', async () => {
    for (const body of [
      {},
      [],
      7,
      'text',
      null,
      { name: PACKAGE.name },
      { name: PACKAGE.name, versions: 7, _attachments: null },
      { name: PACKAGE.name, versions: {} },
    ]) {
      await expectRefusal(registry.put(PACKAGE.name, body), 400, 'REGISTRY_REQUEST_INVALID')
    }
  })

  it('is refused unless it holds one version, one tarball, and says the same everywhere', async () => {
    const { versions, _attachments } = publishDocument(PACKAGE, honest)
    const [attachment] = Object.values(_attachments)
    for (const changes of [
      { name: 'other' },
      { versions: { ...versions, '1.0.1': {} } },
      { versions: { '1.0.0': { name: 'other', version: '1.0.0' } } },
      { versions: { '1.0.0': { name: PACKAGE.name, version: '1.0.1' } } },
      { _attachments: { ..._attachments, 'second.tgz': attachment } },
      { _attachments: {} },
      { _attachments: { 'a.tgz': { ...attachment, data: 'not base64!' } } },
      { _attachments: { 'a.tgz': { ...attachment, length: 1 } } },
      { 'dist-tags': { latest: '2.0.0' } },
    ])
      await expectRefusal(put(changes), 400, 'REGISTRY_DOCUMENT_INVALID')
    await expectRefusal(put({ 'dist-tags': { '^1.0.0': '1.0.0' } }), 400, 'REGISTRY_TAG_INVALID')
    for (const version of ['v1.0.0', '1.0', '1.0.0+build', '../1.0.0']) {
      await expectRefusal(registry.publish({ ...PACKAGE, version }, honest), 400, 'REGISTRY_VERSION_INVALID')
    }
  })

  it('larger than any tarball is refused before it is read', async () => {
    await expectRefusal(registry.put(PACKAGE.name, { name: 'x'.repeat(6_000_000) }), 413, 'REGISTRY_BODY_TOO_LARGE')
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
    expect((await registry.put('..%2f..%2fescape', publishDocument(PACKAGE, honest))).json().detail.code).toBe('REGISTRY_NAME_INVALID')
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
      ['PUT', PACKAGE.name],
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

describe('a module', () => {
  const manifest = {
    id: 'notes',
    name: 'Notes',
    category: 'Core',
    icon: 'note',
    color: '#336699',
    sdk: '^1.0.0',
    permissions: { 'notes.read': 'Read' },
    navigation: [],
  }
  const publishModule = (changes: object) => registry.publish(PACKAGE, packageTarball({ ...PACKAGE, innoerp: { ...manifest, ...changes } }))

  it('with a broken manifest is refused with the reason', async () => {
    expect(await expectRefusal(publishModule({ id: undefined }), 400, 'REGISTRY_MANIFEST_INVALID')).toContain('innoerp.id')
    expect(await expectRefusal(publishModule({ category: 'Other' }), 400, 'REGISTRY_MANIFEST_INVALID')).toContain(
      'must be one of Core, Industry-Specific',
    )
    expect(await expectRefusal(publishModule({ surprise: 1 }), 400, 'REGISTRY_MANIFEST_INVALID')).toContain('innoerp.surprise')
    expect(await expectRefusal(publishModule({ sdk: 'newest!' }), 400, 'REGISTRY_MANIFEST_INVALID')).toContain('innoerp.sdk')
    await expectRefusal(registry.publish(PACKAGE, packageTarball({ ...PACKAGE, innoerp: null })), 400, 'REGISTRY_MANIFEST_INVALID')
  })

  it('cannot show another manifest, dependency or script than that in its tarball', async () => {
    const said = { ...PACKAGE, name: '@hostile/liar', innoerp: { ...manifest, id: 'other' }, dependencies: {}, scripts: {} }
    const inside = {
      name: said.name,
      version: '1.0.0',
      innoerp: manifest,
      dependencies: { bad: '1.0.0' },
      scripts: { postinstall: 'node bad.js' },
      _secret: 1,
      dist: { tarball: 'http://elsewhere' },
    }
    expect((await registry.publish(said, packageTarball(inside))).statusCode).toBe(201)
    const { dist, ...told } = (await registry.get('@hostile/liar/1.0.0')).json()
    const { _secret, dist: _dist, ...expected } = inside
    expect(told).toEqual({ ...expected, _id: '@hostile/liar@1.0.0', hasInstallScript: true })
    expect(dist.tarball).toBe('http://localhost:80/registry/@hostile/liar/-/liar-1.0.0.tgz')
  })
})
