import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registryGrants, registryMigrations } from '../src/index.js'
import { startRegistry, TOKEN, type TestRegistry } from './support/registry.js'
import { hashesOf, packageTarball } from './support/tarball.js'

const NAME = '@acme/widget'
const SHORT = 'application/vnd.npm.install-v1+json'
const packageJson = (version: string) => ({
  name: NAME,
  version,
  description: `Widget ${version}`,
  license: 'MIT',
  scripts: { test: 'true' },
  dependencies: { other: '^1.0.0' },
})
const bytes = packageTarball(packageJson('1.0.0'), { path: 'package/README.md', data: '# Widget' })

let registry: TestRegistry

beforeAll(async () => {
  registry = await startRegistry()
  expect((await registry.publish({ name: NAME, version: '1.0.0' }, bytes)).statusCode).toBe(201)
}, 30_000)

afterAll(() => registry.close())

describe('a packument', () => {
  it('is the same for the encoded and the plain spelling of a scoped name', async () => {
    const [encoded, plain] = [await registry.get('@acme%2fwidget'), await registry.get('@acme/widget')]
    expect(encoded.statusCode).toBe(200)
    expect(plain.json()).toEqual(encoded.json())
    expect(encoded.json()).toMatchObject({
      _id: NAME,
      name: NAME,
      description: 'Widget 1.0.0',
      readme: '# Widget',
      'dist-tags': { latest: '1.0.0' },
    })
    expect(Object.keys(encoded.json().time)).toEqual(['created', 'modified', '1.0.0'])
  })

  it('tells a version with its hashes, its size and an address that leads to its bytes', async () => {
    const { dist } = (await registry.get(NAME)).json().versions['1.0.0']
    expect(dist).toEqual({
      ...hashesOf(bytes),
      tarball: 'http://localhost:80/registry/@acme/widget/-/widget-1.0.0.tgz',
      fileCount: 2,
      unpackedSize: JSON.stringify(packageJson('1.0.0')).length + 8,
    })
    const tarball = await registry.app.inject({ url: new URL(dist.tarball).pathname })
    expect(tarball.rawPayload.equals(bytes)).toBe(true)
    expect(tarball.headers).toMatchObject({ 'content-type': 'application/octet-stream', 'content-length': String(bytes.length) })
  })

  it('builds addresses from the host that the caller names', async () => {
    const answer = await registry.get(NAME, { host: 'erp.example:8443' })
    expect(answer.json().versions['1.0.0'].dist.tarball).toBe('http://erp.example:8443/registry/@acme/widget/-/widget-1.0.0.tgz')
  })

  it('has a short form for installers, and the full one before a change', async () => {
    const short = await registry.get(NAME, { accept: `${SHORT}; q=1.0, application/json; q=0.8` })
    expect(short.headers['content-type']).toContain(SHORT)
    expect(Object.keys(short.json()).toSorted()).toEqual(['dist-tags', 'modified', 'name', 'versions'])
    expect(Object.keys(short.json().versions['1.0.0']).toSorted()).toEqual(['dependencies', 'dist', 'name', 'version'])
    expect((await registry.get(`${NAME}?write=true`, { accept: SHORT })).json()).toHaveProperty('_rev')
  })

  it('is not sent again while it is current, form by form and host by host', async () => {
    const full = await registry.get(NAME)
    const etag = String(full.headers.etag)
    const again = await registry.get(NAME, { 'if-none-match': `"other", W/${etag}` })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    expect((await registry.get(NAME, { 'if-none-match': etag, accept: SHORT })).statusCode).toBe(200)
    expect((await registry.get(NAME, { 'if-none-match': etag, host: 'erp.example' })).statusCode).toBe(200)
    await registry.put(`-/package/@acme%2fwidget/dist-tags/next`, '1.0.0')
    expect((await registry.get(NAME, { 'if-none-match': etag })).statusCode).toBe(200)
  })

  it('orders versions by precedence, whatever the order of their publication', async () => {
    for (const version of ['0.10.0', '0.9.0'])
      await registry.publish({ name: 'ordered', version }, packageTarball({ name: 'ordered', version }))
    expect(Object.keys((await registry.get('ordered')).json().versions)).toEqual(['0.9.0', '0.10.0'])
  })

  it('gives the first version latest, whatever its tag', async () => {
    const tarball = packageTarball({ name: 'early', version: '1.0.0-beta.1' })
    const document = {
      name: 'early',
      'dist-tags': { beta: '1.0.0-beta.1' },
      versions: { '1.0.0-beta.1': { name: 'early', version: '1.0.0-beta.1', dist: hashesOf(tarball) } },
      _attachments: { 'early-1.0.0-beta.1.tgz': { data: tarball.toString('base64') } },
    }
    expect((await registry.put('early', document)).statusCode).toBe(201)
    expect((await registry.get('-/package/early/dist-tags')).json()).toEqual({ beta: '1.0.0-beta.1', latest: '1.0.0-beta.1' })
  })
})

describe('one version', () => {
  it('is found by itself and by its tag, in either spelling of the name', async () => {
    for (const path of ['@acme%2fwidget/1.0.0', '@acme/widget/1.0.0', '@acme/widget/latest', 'early/beta']) {
      const answer = await registry.get(path)
      expect([path, answer.statusCode]).toEqual([path, 200])
      expect(answer.json().dist.integrity).toMatch(/^sha512-/)
    }
    expect((await registry.get('@acme/widget/2.0.0')).json().detail.code).toBe('REGISTRY_VERSION_NOT_FOUND')
    expect((await registry.get('@acme/widget/constructor')).json().detail.code).toBe('REGISTRY_VERSION_NOT_FOUND')
  })
})

describe('a tarball', () => {
  it('may be kept for good, and is read in either spelling of the name', async () => {
    for (const path of ['@acme%2fwidget/-/widget-1.0.0.tgz', '@acme/widget/-/widget-1.0.0.tgz']) {
      const answer = await registry.get(path)
      expect(answer.rawPayload.equals(bytes)).toBe(true)
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
      expect((await registry.get(path, { 'if-none-match': String(answer.headers.etag) })).statusCode).toBe(304)
    }
  })

  it('answers HEAD with its size and no bytes', async () => {
    const answer = await registry.app.inject({ method: 'HEAD', url: '/registry/@acme/widget/-/widget-1.0.0.tgz' })
    expect([answer.statusCode, answer.headers['content-length'], answer.body]).toEqual([200, String(bytes.length), ''])
  })
})

describe('dist-tags', () => {
  const url = '-/package/@acme%2fwidget/dist-tags'
  it('are set and removed with a token, and never name what is not there', async () => {
    expect((await registry.put(`${url}/stable`, '1.0.0')).statusCode).toBe(201)
    expect((await registry.get(url)).json()).toMatchObject({ stable: '1.0.0' })
    expect((await registry.put(`${url}/stable`, '3.0.0')).json().detail.code).toBe('REGISTRY_VERSION_NOT_FOUND')
    expect((await registry.put(`${url}/1.x`, '1.0.0')).json().detail.code).toBe('REGISTRY_TAG_INVALID')
    expect((await registry.put(`${url}/stable`, { version: '1.0.0' })).statusCode).toBe(400)
    const remove = (tag: string) =>
      registry.app.inject({ method: 'DELETE', url: `/registry/${url}/${tag}`, headers: { authorization: `Bearer ${TOKEN}` } })
    expect((await remove('stable')).statusCode).toBe(200)
    expect((await remove('stable')).json().detail.code).toBe('REGISTRY_TAG_NOT_FOUND')
    expect((await remove('latest')).json().detail.code).toBe('REGISTRY_LATEST_NEEDED')
  })
})

describe('a deprecation', () => {
  it('is refused on a state that has changed since, and for what is not there', async () => {
    const { _rev } = (await registry.get(NAME)).json()
    const deprecate = (version: string, rev?: string) =>
      registry.put(NAME, { name: NAME, _rev: rev, versions: { [version]: { deprecated: 'old' } } })
    expect((await deprecate('1.0.0', _rev)).statusCode).toBe(201)
    expect((await deprecate('1.0.0', _rev)).json().detail.code).toBe('REGISTRY_DOCUMENT_OUTDATED')
    expect((await deprecate('9.9.9')).json().detail.code).toBe('REGISTRY_VERSION_NOT_FOUND')
    expect((await registry.get('@acme/widget/1.0.0')).json().deprecated).toBe('old')
  })
})

describe('the tables', () => {
  it('are made and removed by the migrations', async () => {
    const tables = async () =>
      (await registry.owner.query(`select count(*)::int as n from pg_tables where schemaname = 'registry'`)).rows[0].n
    await registry.owner.query(registryMigrations.toReversed().map(({ down }) => down).join('\n'))
    expect(await tables()).toBe(0)
    await registry.owner.query(registryMigrations.map(({ up }) => up).join('\n'))
    await registry.owner.query(registryGrants('serving'))
    expect(await tables()).toBe(4)
  })
})
