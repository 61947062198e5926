import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fingerprint, forget } from './fingerprint.mjs'
import { matchesLockFile } from './install.mjs'
import { withLock } from './lock.mjs'

let folder
const write = (path, content) => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), content)
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'innoerp-set-up-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a fingerprint', () => {
  const look = () => {
    forget()
    return fingerprint(folder, ['src', 'package.json'])
  }
  const changes = (change) => {
    const before = look()
    change()
    return look() !== before
  }
  beforeEach(() => {
    write('src/a.ts', 'a')
    write('src/deep/b.ts', 'b')
    write('package.json', '{}')
  })

  test('stays while nothing changes', () => {
    expect(changes(() => {})).toBe(false)
  })

  test.each([
    ['a file is longer', () => write('src/a.ts', 'aa')],
    ['a file is newer', () => utimesSync(join(folder, 'src/deep/b.ts'), 1, 1)],
    ['a file is added', () => write('src/deep/c.ts', '')],
    ['a file is gone', () => rmSync(join(folder, 'src/a.ts'))],
    ['a file that it names is gone', () => rmSync(join(folder, 'package.json'))],
  ])('changes when %s', (_, change) => {
    expect(changes(change)).toBe(true)
  })

  test('leaves tests and other folders out', () => {
    expect(changes(() => write('src/a.test.ts', ''))).toBe(false)
    expect(changes(() => write('dist/a.js', ''))).toBe(false)
  })
})

describe('installed libraries', () => {
  const lock = (path, packages) => write(path, JSON.stringify({ packages }))
  const a = { version: '1.0.0', integrity: 'sha512-a' }
  const matches = (wanted, found) => {
    lock('package-lock.json', { '': { name: 'innoerp' }, 'sdk/api': { name: '@innoerp/sdk' }, ...wanted })
    lock('node_modules/.package-lock.json', found)
    return matchesLockFile(folder)
  }

  test('match when each is there as the lock file says', () => {
    expect(matches({ 'node_modules/a': a }, { 'node_modules/a': a })).toBe(true)
  })

  test('match when only what other systems need is missing', () => {
    expect(matches({ 'node_modules/a': a, 'node_modules/b': { ...a, optional: true } }, { 'node_modules/a': a })).toBe(true)
  })

  test.each([
    ['one is missing', {}],
    ['one has another version', { 'node_modules/a': { ...a, version: '1.0.1' } }],
    ['one has other bytes', { 'node_modules/a': { ...a, integrity: 'sha512-b' } }],
  ])('do not match when %s', (_, found) => {
    expect(matches({ 'node_modules/a': a }, found)).toBe(false)
  })

  test('do not match when nothing is installed', () => {
    lock('package-lock.json', {})
    expect(matchesLockFile(folder)).toBe(false)
  })
})

describe('the lock of a checkout', () => {
  const file = () => join(folder, 'build/set-up.lock')

  test('lets one in at a time', async () => {
    const events = []
    const work = (name) => withLock(async () => {
      events.push(`${name} begins`)
      await sleep(50)
      events.push(`${name} ends`)
    }, file())
    await Promise.all([work('one'), work('two')])
    expect(events).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
    expect(existsSync(file())).toBe(false)
  })

  test('is given back when the work fails', async () => {
    await expect(withLock(() => Promise.reject(new Error('no')), file())).rejects.toThrow('no')
    expect(existsSync(file())).toBe(false)
  })

  test('is taken from a process that is gone', async () => {
    const gone = 2 ** 22 + 1
    write('build/set-up.lock', String(gone))
    expect(await withLock(async () => 'done', file())).toBe('done')
  })
})
