import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, HOSTILE_LIMITS, REFUSED } from './support/refusal.js'
import { startRegistry, type TestRegistry } from './support/registry.js'
import { packageTarball, writeTarball, type Entry } from './support/tarball.js'

const honest = packageTarball(REFUSED)

let registry: TestRegistry

beforeAll(async () => {
  registry = await startRegistry({ limits: HOSTILE_LIMITS })
}, 30_000)

afterAll(() => registry.close())

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
    await expectRefusal(registry, registry.publish(REFUSED, packageTarball(REFUSED, ...entries)), [400, 'REGISTRY_TARBALL_INVALID'])
  })

  const large: Record<string, Entry[]> = {
    'more entries than allowed': Array.from({ length: HOSTILE_LIMITS.entries }, (_, i) => ({ path: `package/${i}` })),
    'more bytes than allowed when unpacked': [{ path: 'package/bomb', data: Buffer.alloc(HOSTILE_LIMITS.unpackedBytes) }],
    'more bytes than allowed': [{ path: 'package/noise', data: randomBytes(HOSTILE_LIMITS.tarballBytes) }],
    'a huge package.json': [],
  }
  it.each(Object.entries(large))('%s is refused as too large', async (what, entries) => {
    const packageJson = what === 'a huge package.json' ? { ...REFUSED, description: 'x'.repeat(1_100_000) } : REFUSED
    await expectRefusal(registry, registry.publish(REFUSED, packageTarball(packageJson, ...entries)), [413, 'REGISTRY_TARBALL_TOO_LARGE'])
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
    'another name inside': packageTarball({ ...REFUSED, name: 'other' }),
    'another version inside': packageTarball({ ...REFUSED, version: '1.0.1' }),
    'a package.json for prototypes': writeTarball([
      { path: 'package/package.json', data: '{"name":"@hostile/package","version":"1.0.0","__proto__":{"a":1}}' },
    ]),
    'a package.json nested without end': writeTarball([
      { path: 'package/package.json', data: `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}` },
    ]),
  }
  it.each(Object.entries(broken))('%s is refused', async (_what, bytes) => {
    await expectRefusal(registry, registry.publish(REFUSED, bytes), [400, 'REGISTRY_TARBALL_INVALID'])
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
  const publishModule = (changes: object) => registry.publish(REFUSED, packageTarball({ ...REFUSED, innoerp: { ...manifest, ...changes } }))

  it('with a broken manifest is refused with the reason', async () => {
    expect(await expectRefusal(registry, publishModule({ id: undefined }), [400, 'REGISTRY_MANIFEST_INVALID'])).toContain('innoerp.id')
    expect(await expectRefusal(registry, publishModule({ category: 'Other' }), [400, 'REGISTRY_MANIFEST_INVALID'])).toContain(
      'must be one of Core, Industry-Specific',
    )
    expect(await expectRefusal(registry, publishModule({ surprise: 1 }), [400, 'REGISTRY_MANIFEST_INVALID'])).toContain('innoerp.surprise')
    expect(await expectRefusal(registry, publishModule({ sdk: 'newest!' }), [400, 'REGISTRY_MANIFEST_INVALID'])).toContain('innoerp.sdk')
    await expectRefusal(registry, registry.publish(REFUSED, packageTarball({ ...REFUSED, innoerp: null })), [
      400,
      'REGISTRY_MANIFEST_INVALID',
    ])
  })

  it('cannot show another manifest, dependency or script than that in its tarball', async () => {
    const said = { ...REFUSED, name: '@hostile/liar', innoerp: { ...manifest, id: 'other' }, dependencies: {}, scripts: {} }
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
