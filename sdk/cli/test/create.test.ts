import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { innoerp, openScratch } from './scratch.js'

interface Description {
  name: string
  innoerp: { id: string; name: string; color: string; icon: string }
  devDependencies: Record<string, string>
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'innoerp-create-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Nothing listens there. */
const NOWHERE = { INNOERP_REGISTRY_URL: 'http://127.0.0.1:1/registry' }
const create = (args: string[], env: Record<string, string> = NOWHERE) => innoerp(['create', ...args], { cwd: folder, env })
const read = (path: string) => readFile(join(folder, path), 'utf8')
const description = async (id: string) => JSON.parse(await read(`${id}/package.json`)) as Description

describe('a new module', () => {
  test('is called by its name everywhere', async () => {
    expect(await create(['site-diary'])).toMatchObject({ code: 0, said: expect.stringMatching(/^Site diary: a module in .*\/site-diary[^]*npm install/) })
    expect(await description('site-diary')).toMatchObject({ name: '@innoerp/module-site-diary', innoerp: { id: 'site-diary', name: 'Site diary' } })
    const files = (await readdir(join(folder, 'site-diary'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    const texts = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')))
    expect(texts.join('\n')).not.toMatch(/my[-_ ]module/i)
    expect(await read('site-diary/src/shared/note.ts')).toContain("recordEvents('site_diary.note'")
  })

  test('takes the scope of the platform from the registry, and nothing else', async () => {
    await create(['site-diary'])
    expect(await read('site-diary/.npmrc')).toBe('@innoerp:registry=http://127.0.0.1:1/registry/\n')
    expect(await read('site-diary/.gitignore')).toContain('node_modules/')
  })

  test('looks as it is told to', async () => {
    expect(await create(['site-diary', '--title', 'The "site" $& diary', '--color', '#123456', '--icon', 'truck'])).toMatchObject({ code: 0 })
    expect((await description('site-diary')).innoerp).toMatchObject({ name: 'The "site" $& diary', color: '#123456', icon: 'truck' })
    expect(JSON.parse(await read('site-diary/src/ui/locales/de.json'))).toMatchObject({ title: 'The "site" $& diary' })
  })

  test('asks a person, and nobody with --yes', async () => {
    const questions: string[] = []
    const ask = async (question: string, suggestion: string) => {
      questions.push(question)
      return question.includes('call') ? 'Diary' : suggestion
    }
    const run = (...args: string[]) => innoerp(['create', ...args], { cwd: folder, env: NOWHERE, ask })
    await run('site-diary', '--icon', 'tasks')
    expect(questions).toEqual(['What do people call it?', 'Its colour?'])
    expect((await description('site-diary')).innoerp).toMatchObject({ name: 'Diary', icon: 'tasks' })
    await run('quiet', '--yes')
    expect(questions).toHaveLength(2)
  })

  test('inside of a checkout needs no registry', async () => {
    await writeFile(join(folder, 'package.json'), '{"name":"innoerp","workspaces":["plugins/*"]}')
    await mkdir(join(folder, 'plugins'))
    const { said } = await innoerp(['create', 'hr'], { cwd: join(folder, 'plugins') })
    expect(said).not.toContain('npm install')
    expect(await readdir(join(folder, 'plugins/hr'))).not.toEqual(expect.arrayContaining(['.npmrc']))
  })

  test('builds as it stands', async () => {
    const scratch = await openScratch()
    try {
      await innoerp(['create', 'site-diary'], { cwd: scratch.folder })
      expect(await innoerp(['build', 'site-diary'], { cwd: scratch.folder })).toMatchObject({ code: 0, said: expect.stringContaining('1 migrations') })
    } finally {
      await scratch.remove()
    }
  })
})

describe('is refused, and leaves nothing', () => {
  test.each([['../escape'], ['/tmp/innoerp-escape'], ['a/b'], ['Big'], ['-x'], ['x'], ['a--b'], ['x'.repeat(41)], ['ümlaut'], ['.hidden'], ['a b'], ['']])('the name %j', async (name) => {
    const { code, said } = await create(['--', name])
    expect([code, said]).toEqual([2, expect.stringMatching(/^innoerp: .* cannot name a module\. A name has [^\n]*$/)])
    expect(await readdir(folder)).toEqual([])
    await expect(stat('/tmp/innoerp-escape')).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test.each([[['x1', '--title', '']], [['x1', '--title', 'two\nlines']], [['x1', '--color', 'red']], [['x1', '--icon', 'No icon']], [[]]])('%j', async (args) => {
    expect((await create(args)).code).toBe(2)
    expect(await readdir(folder)).toEqual([])
  })

  test('a folder that is there', async () => {
    await mkdir(join(folder, 'site-diary'))
    await writeFile(join(folder, 'site-diary/package.json'), 'mine')
    expect(await create(['site-diary'])).toMatchObject({ code: 1, said: expect.stringContaining('is there already') })
    expect(await readdir(join(folder, 'site-diary'))).toEqual(['package.json'])
    expect(await read('site-diary/package.json')).toBe('mine')
  })
})

describe('the platform that it depends on', () => {
  let server: Server
  let latest: string
  beforeEach(async () => {
    server = createServer((_, response) => void response.setHeader('content-type', 'application/json').end(JSON.stringify({ 'dist-tags': { latest } }))).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
  })
  afterEach(() => new Promise((resolve) => server.close(resolve)))

  test.each([
    ['1.4.0', '^1.4.0'],
    ['1.4.0-dev.0a1b2c3d', '1.4.0-dev.0a1b2c3d'],
  ])('is what the registry serves: %s', async (version, range) => {
    latest = version
    await create(['site-diary'], { INNOERP_REGISTRY_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/registry/` })
    const { devDependencies } = await description('site-diary')
    expect(['cli', 'config', 'core', 'sdk'].map((name) => devDependencies[`@innoerp/${name}`])).toEqual([range, range, range, range])
  })

  test('is this command’s own version when nobody answers', async () => {
    await create(['site-diary'])
    expect((await description('site-diary')).devDependencies['@innoerp/sdk']).toBe('^1.0.0')
  })
})
