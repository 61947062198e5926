import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Npm } from './support/npm.js'
import { startRegistry, TOKEN, type TestRegistry } from './support/registry.js'

const NAME = '@workshop/plain'
const COMMAND_MS = 60_000

let registry: TestRegistry
let npm: Npm
let stranger: Npm
let liar: Npm

const source = (version: string) => ({ 'index.js': `module.exports = '${version}'\n`, 'README.md': `# Plain ${version}\n` })
const publish = (client: Npm, version: string, ...flags: string[]) =>
  client.call(['publish', '--access', 'public', ...flags], client.package({ name: NAME, version }, source(version)))
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

beforeAll(async () => {
  registry = await startRegistry()
  const url = `${await registry.app.listen({ port: 0, host: '127.0.0.1' })}/registry/`
  npm = new Npm(url, TOKEN)
  stranger = new Npm(url)
  liar = new Npm(url, 'wrong-token')
}, COMMAND_MS)

afterAll(async () => {
  for (const client of [npm, stranger, liar]) client.remove()
  await registry.close()
})

describe('the npm client', { timeout: COMMAND_MS }, () => {
  it('is refused without a token or with a wrong one, and leaves nothing', async () => {
    const [nobody, wrong] = [await publish(stranger, '1.0.0'), await publish(liar, '1.0.0')]
    expect(nobody.code).not.toBe(0)
    expect(nobody.out).toMatch(/ENEEDAUTH/)
    expect(wrong.code).not.toBe(0)
    expect(wrong.out).toMatch(/E401/)
    expect((await registry.get('@workshop%2fplain')).statusCode).toBe(404)
  })

  it('publishes versions, and a pre-release under its own tag', async () => {
    for (const args of [['1.0.0'], ['1.1.0'], ['2.0.0-beta.1', '--tag', 'beta']] as const) {
      const [version, ...flags] = args
      expect(await publish(npm, version, ...flags)).toMatchObject({ code: 0 })
    }
    expect(registry.published.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0', '2.0.0-beta.1'])
  })

  it('cannot publish a version again', async () => {
    const again = await publish(npm, '1.0.0')
    expect(again.code).not.toBe(0)
    expect(again.out).toMatch(/E403|E409|previously published/)
  })

  it('views versions, dist-tags and the readme of the latest', async () => {
    const { code, out } = await stranger.call(['view', NAME, 'versions', 'dist-tags', 'readme', '--json'])
    expect(code).toBe(0)
    const seen = JSON.parse(out)
    expect(Object.keys(seen['dist-tags'])).toEqual(['latest', 'beta'])
    expect(seen).toEqual({
      versions: ['1.0.0', '1.1.0', '2.0.0-beta.1'],
      'dist-tags': { latest: '1.1.0', beta: '2.0.0-beta.1' },
      readme: '# Plain 1.1.0\n',
    })
  })

  it('adds, lists and removes dist-tags', async () => {
    expect(await npm.call(['dist-tag', 'add', `${NAME}@1.0.0`, 'old'])).toMatchObject({ code: 0 })
    expect((await stranger.call(['dist-tag', 'ls', NAME])).out).toMatch(/^old: 1\.0\.0$/m)
    expect((await liar.call(['dist-tag', 'rm', NAME, 'old'])).out).toMatch(/E401/)
    expect(await npm.call(['dist-tag', 'rm', NAME, 'old'])).toMatchObject({ code: 0 })
    expect((await stranger.call(['dist-tag', 'ls', NAME])).out).not.toMatch(/old:/)
    expect((await npm.call(['dist-tag', 'rm', NAME, 'latest'])).out).toMatch(/latest cannot be removed/)
  })

  it('installs the newest of a range, with its sha512 in the lock file', async () => {
    const folder = stranger.package({ name: 'consumer', version: '1.0.0', private: true })
    expect(await stranger.call(['install', `${NAME}@^1.0.0`], folder)).toMatchObject({ code: 0 })
    expect(readFileSync(join(folder, 'node_modules', NAME, 'index.js'), 'utf8')).toBe("module.exports = '1.1.0'\n")
    const lock = read(join(folder, 'package-lock.json')) as { packages: Record<string, { integrity: string }> }
    const { rows } = await registry.owner.query(`select integrity from registry.versions where package = $1 and version = '1.1.0'`, [NAME])
    expect(lock.packages[`node_modules/${NAME}`]?.integrity).toBe(rows[0].integrity)
  })

  it('installs a command, a file with a long name, and the dependencies of a package', async () => {
    const longName = `${'ü'.repeat(100)}.js`
    const packageJson = { name: 'tool', version: '1.0.0', bin: 'tool.js', dependencies: { [NAME]: '^1.0.0' } }
    expect(await npm.call(['publish'], npm.package(packageJson, { 'tool.js': '#!/usr/bin/env node\n', [longName]: '' }))).toMatchObject({
      code: 0,
    })
    const folder = stranger.package({ name: 'user', version: '1.0.0', private: true })
    expect(await stranger.call(['install', 'tool'], folder)).toMatchObject({ code: 0 })
    expect(existsSync(join(folder, 'node_modules/.bin/tool'))).toBe(true)
    expect(existsSync(join(folder, 'node_modules/tool', longName))).toBe(true)
    expect(read(join(folder, 'node_modules', NAME, 'package.json'))).toMatchObject({ version: '1.1.0' })
  })

  it('deprecates a version, and takes it back', async () => {
    const deprecated = async () => (await stranger.call(['view', `${NAME}@1.0.0`, 'deprecated'])).out.trim()
    expect(await npm.call(['deprecate', `${NAME}@1.0.0`, 'use 1.1'])).toMatchObject({ code: 0 })
    expect(await deprecated()).toBe('use 1.1')
    expect(await npm.call(['deprecate', `${NAME}@1.0.0`, ''])).toMatchObject({ code: 0 })
    expect(await deprecated()).toBe('')
  })

  it('cannot unpublish: one version or all, what is published stays', async () => {
    for (const args of [[`${NAME}@1.1.0`], [NAME, '--force']]) {
      const { code, out } = await npm.call(['unpublish', ...args])
      expect(code).not.toBe(0)
      expect(out).toMatch(/E403[^]*What is published stays/)
    }
    expect((await stranger.call(['view', `${NAME}@1.1.0`, 'version'])).out.trim()).toBe('1.1.0')
  })

  it('pings, and learns who it is', async () => {
    expect(await stranger.call(['ping'])).toMatchObject({ code: 0 })
    expect((await npm.call(['whoami'])).out.trim()).toBe('publisher')
    expect((await liar.call(['whoami'])).out).toMatch(/E401/)
  })

  it('gets a 404 for a package that is not there', async () => {
    const { code, out } = await stranger.call(['view', '@workshop/not-there'])
    expect(code).not.toBe(0)
    expect(out).toMatch(/E404/)
  })
})
