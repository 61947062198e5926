import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishedModules, registryPlugin, type RegistryDatabase } from '../src/index.js'
import { PUBLISHER, publishDocument, startRegistry, TOKEN, type TestRegistry } from './support/registry.js'
import { hashesOf, packageTarball } from './support/tarball.js'

let registry: TestRegistry

beforeAll(async () => {
  registry = await startRegistry()
}, 30_000)

afterAll(() => registry.close())

const incoming = () => readdirSync(join(registry.folder, 'incoming'))
const integrityOf = async (name: string) => (await registry.get(name)).json().versions['1.0.0'].dist.integrity

/** A second registry over the same folder and tables whose database fails as told. */
async function failing(transaction: RegistryDatabase['transaction']) {
  const app = Fastify({ routerOptions: { maxParamLength: 400 } })
  await app.register(
    registryPlugin({
      database: { ...registry.database, transaction },
      filesFolder: registry.folder,
      publicUrl: () => 'http://localhost/registry',
      tokens: { verify: () => PUBLISHER },
    }),
  )
  return {
    publish: (name: string, bytes: Buffer) =>
      app.inject({
        method: 'PUT',
        url: `/${name}`,
        headers: { authorization: `Bearer ${TOKEN}` },
        payload: publishDocument({ name, version: '1.0.0' }, bytes),
      }),
    close: () => app.close(),
  }
}

describe('a published version', () => {
  it('is never published again, and its bytes stay', async () => {
    const [first, second] = [
      packageTarball({ name: 'once', version: '1.0.0' }),
      packageTarball({ name: 'once', version: '1.0.0', description: 'other' }),
    ]
    expect((await registry.publish({ name: 'once', version: '1.0.0' }, first)).statusCode).toBe(201)
    const { etag } = (await registry.get('once')).headers
    for (const bytes of [second, first]) {
      const again = await registry.publish({ name: 'once', version: '1.0.0' }, bytes)
      expect([again.statusCode, again.json().detail.code]).toEqual([409, 'REGISTRY_VERSION_EXISTS'])
    }
    expect(await integrityOf('once')).toBe(hashesOf(first).integrity)
    expect((await registry.get('once/-/once-1.0.0.tgz')).rawPayload.equals(first)).toBe(true)
    expect((await registry.get('once')).headers.etag).toBe(etag)
    expect(incoming()).toEqual([])
  })

  it('has one winner among many publishers at once, and the winner is what is served', async () => {
    const rivals = Array.from({ length: 12 }, (_, i) => packageTarball({ name: 'race', version: '1.0.0', description: `rival ${i}` }))
    const answers = await Promise.all(rivals.map((bytes) => registry.publish({ name: 'race', version: '1.0.0' }, bytes)))
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, ...rivals.slice(1).map(() => 409)])
    const winner = rivals[answers.findIndex(({ statusCode }) => statusCode === 201)]
    expect(winner && (await registry.get('race/-/race-1.0.0.tgz')).rawPayload.equals(winner)).toBe(true)
    expect(registry.published.filter(({ name }) => name === 'race')).toHaveLength(1)
    expect(incoming()).toEqual([])
  })

  it('cannot be changed or deleted by the role that serves', async () => {
    for (const statement of [
      `delete from registry.versions`,
      `delete from registry.packages`,
      `update registry.versions set integrity = 'sha512-AAAA'`,
      `update registry.versions set manifest = '{}'`,
      `truncate registry.versions cascade`,
    ])
      await expect(registry.database.query(statement)).rejects.toThrow(/permission denied/)
  })
})

describe('a publication that fails', () => {
  it('after its file got its name leaves no package, and can be repeated', async () => {
    const bytes = packageTarball({ name: 'crash', version: '1.0.0' })
    const broken = await failing((work) =>
      registry.database.transaction(async (query) => {
        await work(query)
        throw new Error('the connection broke at commit')
      }),
    )
    const answer = await broken.publish('crash', bytes)
    expect([answer.statusCode, answer.json().detail.code]).toEqual([500, 'REGISTRY_INTERNAL'])
    expect(answer.body).not.toContain('connection')
    await broken.close()
    expect((await registry.get('crash')).statusCode).toBe(404)
    expect((await registry.get('crash/-/crash-1.0.0.tgz')).statusCode).toBe(404)
    expect(incoming()).toEqual([])
    expect((await registry.publish({ name: 'crash', version: '1.0.0' }, bytes)).statusCode).toBe(201)
    expect((await registry.get('crash/-/crash-1.0.0.tgz')).rawPayload.equals(bytes)).toBe(true)
  })

  it('and is run again by the database is published once', async () => {
    const bytes = packageTarball({ name: 'retry', version: '1.0.0' })
    let runs = 0
    const retrying = await failing(async (work) => {
      const failFirst = registry.database.transaction(async (query) => {
        await work(query)
        runs += 1
        throw new Error('serialization failure')
      })
      await failFirst.catch(() => undefined)
      return registry.database.transaction(work)
    })
    expect((await retrying.publish('retry', bytes)).statusCode).toBe(201)
    await retrying.close()
    expect(runs).toBe(1)
    expect((await registry.get('retry/-/retry-1.0.0.tgz')).rawPayload.equals(bytes)).toBe(true)
  })

  it('is told as such when the file is gone from the disk', async () => {
    const bytes = packageTarball({ name: 'gone', version: '1.0.0' })
    await registry.owner.query(`insert into registry.packages (name) values ('gone')`)
    await registry.owner.query(
      `insert into registry.versions (package, version, manifest, readme, integrity, shasum, size, file_count, unpacked_size)
       values ('gone', '1.0.0', '{}', '', $1, 'x', 1, 1, 1)`,
      [hashesOf(bytes).integrity],
    )
    const answer = await registry.get('gone/-/gone-1.0.0.tgz')
    expect([answer.statusCode, answer.json().detail.code]).toEqual([503, 'REGISTRY_FILE_MISSING'])
  })
})

describe('the start of a registry', () => {
  it('removes what a crash left hours ago, and nothing that is being written', async () => {
    const folder = join(registry.folder, 'incoming')
    mkdirSync(folder, { recursive: true })
    for (const file of ['old.tgz', 'new.tgz']) writeFileSync(join(folder, file), 'half')
    const hoursAgo = new Date(Date.now() - 7_200_000)
    utimesSync(join(folder, 'old.tgz'), hoursAgo, hoursAgo)
    await (await failing(registry.database.transaction)).close()
    expect(incoming()).toEqual(['new.tgz'])
  })

  it('fails where the router would cut off long names', async () => {
    const app = Fastify()
    const plugin = registryPlugin({
      database: registry.database,
      filesFolder: registry.folder,
      publicUrl: () => '',
      tokens: { verify: () => undefined },
    })
    await expect(app.register(plugin).ready()).rejects.toThrow(/maxParamLength/)
  })
})

describe('a listener of publications', () => {
  it('gets the manifest of a module, and its failure does not undo the publication', async () => {
    const innoerp = {
      id: 'notes',
      name: 'Notes',
      category: 'Core',
      icon: 'note',
      color: '#336699',
      sdk: '^1.0.0',
      permissions: {},
      navigation: [],
    }
    await registry.publish({ name: '@x/notes', version: '1.0.0' }, packageTarball({ name: '@x/notes', version: '1.0.0', innoerp }))
    expect(registry.published.at(-1)).toEqual({ name: '@x/notes', version: '1.0.0', manifest: innoerp })
    expect(await publishedModules(registry.database)).toEqual([{ name: '@x/notes', version: '1.0.0', manifest: innoerp }])

    const app = Fastify({ routerOptions: { maxParamLength: 400 } })
    const onPublished = () => Promise.reject(new Error('listener broke'))
    const shared = {
      database: registry.database,
      filesFolder: registry.folder,
      publicUrl: () => 'http://localhost',
      tokens: { verify: () => PUBLISHER },
    }
    await app.register(registryPlugin({ ...shared, onPublished }))
    const document = publishDocument({ name: 'heard', version: '1.0.0' }, packageTarball({ name: 'heard', version: '1.0.0' }))
    const answer = await app.inject({ method: 'PUT', url: '/heard', headers: { authorization: `Bearer ${TOKEN}` }, payload: document })
    await app.close()
    expect(answer.statusCode).toBe(201)
    expect((await registry.get('heard')).statusCode).toBe(200)
  })
})
